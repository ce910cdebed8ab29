package io.safeupdate.activities.git;

import java.nio.file.Path;

final class JGitHistoryTest extends HistoryContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byJGit(directory);
  }
}

package io.safeupdate.activities.git;

import java.nio.file.Path;

final class GitCliHistoryTest extends HistoryContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byGit(directory);
  }
}

package io.safeupdate.activities.git;

import java.nio.file.Path;

final class GitCliStateTest extends StateContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byGit(directory);
  }
}

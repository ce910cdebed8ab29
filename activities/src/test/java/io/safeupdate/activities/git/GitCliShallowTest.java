package io.safeupdate.activities.git;

import java.nio.file.Path;

final class GitCliShallowTest extends ShallowContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byGit(directory);
  }
}

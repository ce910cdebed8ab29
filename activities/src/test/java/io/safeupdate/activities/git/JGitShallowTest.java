package io.safeupdate.activities.git;

import java.nio.file.Path;

final class JGitShallowTest extends ShallowContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byJGit(directory);
  }
}

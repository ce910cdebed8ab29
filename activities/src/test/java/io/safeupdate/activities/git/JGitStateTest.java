package io.safeupdate.activities.git;

import java.nio.file.Path;

final class JGitStateTest extends StateContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byJGit(directory);
  }
}

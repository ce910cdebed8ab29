package io.safeupdate.activities.git;

import java.nio.file.Path;

final class JGitMoveTest extends MoveContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byJGit(directory);
  }
}

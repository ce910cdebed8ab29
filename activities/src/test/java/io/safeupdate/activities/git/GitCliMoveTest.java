package io.safeupdate.activities.git;

import java.nio.file.Path;

final class GitCliMoveTest extends MoveContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byGit(directory);
  }
}

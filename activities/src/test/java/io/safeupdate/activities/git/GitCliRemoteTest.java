package io.safeupdate.activities.git;

import java.nio.file.Path;

final class GitCliRemoteTest extends RemoteContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byGit(directory);
  }
}

package io.safeupdate.activities.git;

import java.nio.file.Path;

final class JGitRemoteTest extends RemoteContract {
  @Override
  Checkout open(Path directory) {
    return repositories.byJGit(directory);
  }
}

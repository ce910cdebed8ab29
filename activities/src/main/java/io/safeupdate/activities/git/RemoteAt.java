package io.safeupdate.activities.git;

import java.nio.file.Path;

/**
 * A configured remote.
 *
 * @param url as git uses it; it may hold a credential, so messages show it without
 */
record RemoteAt(Path root, String name, String url) {

  String refusedUs(String words) {
    return """
        The remote '%s' (%s) refused us. Check key, token and host key with `git ls-remote %s` in %s, \
        as the user that runs the worker. It said: %s"""
        .formatted(name, shown(), name, root, words);
  }

  String doesNotAnswer(String words) {
    return """
        The remote '%s' (%s) cannot be reached from %s. Check the network and the URL. It said: %s"""
        .formatted(name, shown(), root, words);
  }

  private String shown() {
    return Refusal.withoutSecrets(url);
  }

  @Override
  public String toString() {
    return name + " (" + shown() + ")";
  }
}

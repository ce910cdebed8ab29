package io.safeupdate.activities.git;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the words of a git that failed mean; git tells its errors apart in no other way. */
final class GitRefusal {
  private static final List<String> AUTHENTICATION =
      List.of(
          "authentication failed",
          "could not read username",
          "could not read password",
          "terminal prompts disabled",
          "permission denied (",
          "host key verification failed",
          "remote host identification has changed",
          "too many authentication failures",
          "the requested url returned error: 401",
          "the requested url returned error: 403",
          "access denied",
          "invalid credentials",
          "not authorized",
          "not permitted",
          "no more authentication methods",
          "no credentialsprovider",
          "authentication is required",
          "server key did not validate",
          "auth fail");
  private static final List<String> LOCKED =
      List.of(
          ".lock': file exists",
          "cannot lock ref",
          "lock_failure",
          "cannot lock ",
          "unable to lock");
  private static final List<String> FULL =
      List.of("no space left on device", "disk quota exceeded");
  private static final List<String> NOT_GIVEN =
      List.of(
          "couldn't find remote ref",
          "could not find remote ref",
          "not our ref",
          "unadvertised object",
          "remote does not have",
          "no such remote ref");
  private static final Pattern WANT_REFUSED = Pattern.compile("want [0-9a-f]+ not valid");

  private GitRefusal() {}

  /** Whether a remote answered, but does not give what was asked for. */
  static boolean isNotGiven(String words) {
    return says(words, NOT_GIVEN) || WANT_REFUSED.matcher(words).find();
  }

  static StepFailure ofCheckout(Path root, GitEnded ended) {
    return ofCheckout(root, ended.err(), null);
  }

  static StepFailure ofCheckout(Path root, String words, Throwable cause) {
    if (says(words, LOCKED)) {
      return Refusal.lockBusy(root, told(words));
    }
    if (says(words, FULL)) {
      return full(root, words, cause);
    }
    return Refusal.unusable(root, "git says: " + told(words), cause);
  }

  static StepFailure ofRemote(RemoteAt remote, GitEnded ended) {
    return ofRemote(remote, ended.err(), null);
  }

  static StepFailure ofRemote(RemoteAt remote, String words, Throwable cause) {
    if (says(words, AUTHENTICATION)) {
      return new StepFailure(FailureType.AUTH_FAILED, remote.refusedUs(told(words)), cause);
    }
    if (says(words, LOCKED)) {
      return Refusal.lockBusy(remote.root(), told(words));
    }
    if (says(words, FULL)) {
      return full(remote.root(), words, cause);
    }
    return new StepFailure(
        FailureType.REMOTE_UNAVAILABLE, remote.doesNotAnswer(told(words)), cause);
  }

  private static StepFailure full(Path root, String words, Throwable cause) {
    return new StepFailure(
        FailureType.DISK_FULL,
        "No room on the disk of %s. Make some: %s".formatted(root, told(words)),
        cause);
  }

  private static boolean says(String words, List<String> phrases) {
    String lower = words.toLowerCase(Locale.ROOT);
    return phrases.stream().anyMatch(lower::contains);
  }

  /** The end of what git said, on one line. */
  private static String told(String words) {
    List<String> lines = words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - 6), lines.size());
    return Refusal.withoutSecrets(String.join("; ", last));
  }
}

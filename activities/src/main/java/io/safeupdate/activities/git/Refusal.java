package io.safeupdate.activities.git;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How this package says no: what, where, what now; and never with a credential in it. */
final class Refusal {
  private static final int SHOWN = 10;
  private static final Pattern CREDENTIAL = Pattern.compile("(?<=://)[^/\\s'\"@]+@");
  private static final Pattern QUERY = Pattern.compile("(://[^\\s'\"?]+)\\?[^\\s'\"]+");

  private Refusal() {}

  static StepFailure noDirectory(Path directory) {
    return new StepFailure(
        FailureType.CONFIG_INVALID,
        "The directory %s does not exist. Correct `directory` in the configuration, or clone the application there."
            .formatted(directory));
  }

  static StepFailure noWorkTree(Path directory) {
    return unusable(
        directory,
        "it is not in a git work tree. Correct `directory` in the configuration, or clone the application there.");
  }

  static StepFailure unusable(Path root, String why) {
    return new StepFailure(
        FailureType.CHECKOUT_UNUSABLE, "The checkout %s cannot be used: %s".formatted(root, why));
  }

  static StepFailure unusable(Path root, String why, Throwable cause) {
    return new StepFailure(
        FailureType.CHECKOUT_UNUSABLE,
        "The checkout %s cannot be used: %s".formatted(root, withoutSecrets(why)),
        cause);
  }

  static StepFailure lockBusy(Path root, String detail) {
    return new StepFailure(
        FailureType.LOCK_BUSY,
        "Another git process works in %s: %s".formatted(root, withoutSecrets(detail)));
  }

  static StepFailure unknownRemote(Path root, String remote, Collection<String> known) {
    return new StepFailure(
        FailureType.CONFIG_INVALID,
        "The checkout %s has no remote '%s' (it has: %s). Correct `remote` in the configuration, or add it with `git remote add`."
            .formatted(root, remote, known.isEmpty() ? "none" : String.join(", ", known)));
  }

  static StepFailure unknownName(String remote, String name, String why) {
    return new StepFailure(
        FailureType.PREFLIGHT_FAILED,
        "The remote '%s' has no '%s': %s. Give a branch, a tag or a commit that was pushed there."
            .formatted(remote, name, why));
  }

  static StepFailure missingCommit(Path root, String commit) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "The repository of %s does not hold the commit %s. Fetch it first."
            .formatted(root, commit));
  }

  static StepFailure notEmpty(Path directory) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "Files are to be written into %s, which is not empty. Empty it.".formatted(directory));
  }

  static StepFailure unwritable(Path directory, Exception cause) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "%s cannot be written: %s. Check its owner and its disk."
            .formatted(directory, cause.getMessage()),
        cause);
  }

  static StepFailure notACommit(String name) {
    return new StepFailure(
        FailureType.INTERNAL, "'%s' is not the full name of a commit.".formatted(name));
  }

  static StepFailure notAPrivateRef(String ref) {
    return new StepFailure(
        FailureType.INTERNAL, "'%s' is not a ref of Safe Update's own.".formatted(ref));
  }

  /** Paths as a person wants to read them: the first few, and how many more. */
  static String list(Collection<String> paths) {
    String first =
        paths.stream().sorted().limit(SHOWN).map(Shown::path).collect(Collectors.joining(", "));
    return paths.size() > SHOWN ? first + " and " + (paths.size() - SHOWN) + " more" : first;
  }

  /** The text without the user, password or token that a URL in it carries. */
  static String withoutSecrets(String text) {
    return QUERY.matcher(CREDENTIAL.matcher(text).replaceAll("")).replaceAll("$1");
  }
}

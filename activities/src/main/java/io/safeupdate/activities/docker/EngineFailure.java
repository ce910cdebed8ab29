package io.safeupdate.activities.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What an exception of the client library means. Connection trouble arrives as a bare {@code
 * RuntimeException}, so the chain of causes decides.
 */
final class EngineFailure {
  private EngineFailure() {}

  static StepFailure of(String what, Throwable thrown) {
    Optional<DockerException> refusal = inChain(thrown, DockerException.class);
    if (refusal.isPresent()) {
      return refused(what, refusal.get());
    }
    Optional<IOException> trouble = inChain(thrown, IOException.class);
    if (trouble.isPresent()) {
      return unreachable(what, trouble.get());
    }
    if (thrown instanceof TimeoutException) {
      return failure(
          FailureType.ENGINE_UNAVAILABLE, what, "the Docker engine did not answer in time", thrown);
    }
    return failure(FailureType.INTERNAL, what, thrown.toString(), thrown);
  }

  /** Whether the next question should find out anew who answers. */
  static boolean mayReturnAsAnother(StepFailure failure) {
    return failure.type() == FailureType.ENGINE_UNAVAILABLE
        || failure.type() == FailureType.ENGINE_INCOMPATIBLE;
  }

  private static StepFailure refused(String what, DockerException refusal) {
    String said = String.valueOf(refusal.getMessage());
    FailureType type =
        CliFailure.anywhere(said)
            .orElse(
                refusal.getHttpStatus() >= 500
                    ? FailureType.ENGINE_UNAVAILABLE
                    : FailureType.PRECONDITION_FAILED);
    return failure(type, what, "the Docker engine answered: " + said.strip(), refusal);
  }

  private static StepFailure unreachable(String what, IOException trouble) {
    String reason = String.valueOf(trouble.getMessage());
    if (reason.contains("Permission denied")) {
      return failure(
          FailureType.PRECONDITION_FAILED,
          what,
          "this user may not talk to the Docker engine. Add it to the group `docker`",
          trouble);
    }
    return failure(
        FailureType.ENGINE_UNAVAILABLE,
        what,
        "the Docker engine does not answer (" + reason + "). See whether it runs: `docker info`",
        trouble);
  }

  private static StepFailure failure(FailureType type, String what, String why, Throwable cause) {
    return new StepFailure(type, what + " failed: " + why + ".", cause);
  }

  private static <T extends Throwable> Optional<T> inChain(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}

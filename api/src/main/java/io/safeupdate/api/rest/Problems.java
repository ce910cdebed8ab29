package io.safeupdate.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.safeupdate.api.access.KeyReusedException;
import io.safeupdate.api.access.MissingRoleException;
import io.safeupdate.api.access.NotAuthenticatedException;
import io.safeupdate.api.access.OperationOpenException;
import io.safeupdate.api.access.UnusableRequestException;
import io.safeupdate.api.host.UnknownOperationNameException;
import io.safeupdate.config.UnknownDeploymentException;
import io.safeupdate.workflows.client.DecisionRefusedException;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.InspectionFailedException;
import io.safeupdate.workflows.client.OperationEndedException;
import io.safeupdate.workflows.client.ServerAwayException;
import io.safeupdate.workflows.client.WorkerAwayException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Optional;

/** What exceptions mean to whoever asked: the one place that gives them a problem's type. */
public final class Problems {
  /** Those whose messages are written for operators. */
  private static final Map<Class<?>, ProblemType> MEANT =
      Map.ofEntries(
          Map.entry(UnusableRequestException.class, ProblemType.INVALID_REQUEST),
          Map.entry(UnknownDeploymentException.class, ProblemType.UNKNOWN_DEPLOYMENT),
          Map.entry(UnknownOperationNameException.class, ProblemType.UNKNOWN_OPERATION),
          Map.entry(NotAuthenticatedException.class, ProblemType.UNAUTHENTICATED),
          Map.entry(MissingRoleException.class, ProblemType.FORBIDDEN),
          Map.entry(KeyReusedException.class, ProblemType.KEY_REUSED),
          Map.entry(OperationOpenException.class, ProblemType.OPERATION_OPEN),
          Map.entry(OperationEndedException.class, ProblemType.OPERATION_ENDED),
          Map.entry(DecisionRefusedException.class, ProblemType.DECISION_REFUSED),
          Map.entry(ServerAwayException.class, ProblemType.TEMPORAL_UNAVAILABLE),
          Map.entry(WorkerAwayException.class, ProblemType.WORKER_UNAVAILABLE),
          Map.entry(InspectionFailedException.class, ProblemType.INSPECTION_FAILED));

  private static final Map<Integer, ProblemType> STATUSES =
      Map.of(
          401, ProblemType.UNAUTHENTICATED,
          403, ProblemType.FORBIDDEN,
          404, ProblemType.NOT_FOUND,
          405, ProblemType.METHOD_NOT_ALLOWED,
          406, ProblemType.NOT_ACCEPTABLE,
          413, ProblemType.TOO_LARGE,
          415, ProblemType.UNSUPPORTED_MEDIA_TYPE);

  private Problems() {}

  /** The problem that an exception states; empty: it is a defect of ours. */
  public static Optional<Problem> of(Throwable failure) {
    if (failure instanceof DeploymentBusyException busy) {
      return Optional.of(busy(busy));
    }
    if (failure instanceof WebApplicationException refused) {
      return Optional.of(refused(refused));
    }
    if (failure instanceof JsonProcessingException wrong) {
      return Optional.of(JsonProblems.of(wrong));
    }
    return Optional.ofNullable(MEANT.get(failure.getClass()))
        .map(type -> Problem.of(type, failure.getMessage()));
  }

  private static Problem busy(DeploymentBusyException busy) {
    String open = busy.open().operation().id();
    return Problem.of(ProblemType.DEPLOYMENT_BUSY, busy.getMessage()).withOperation(open);
  }

  private static Problem refused(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    ProblemType type = STATUSES.getOrDefault(status, ProblemType.REFUSED);
    return Problem.of(type, refused.getMessage()).withStatus(status);
  }
}

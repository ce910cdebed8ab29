package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request may be; anybody may type one into the Temporal Web UI. */
final class Requests {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}");
  private static final Pattern REF =
      Pattern.compile("[^\\p{Cntrl} ~^:?*\\[\\\\-][^\\p{Cntrl} ~^:?*\\[\\\\]{0,249}");
  private static final String EXAMPLE = " A right input: {\"deployment\": \"production\"}";

  private Requests() {}

  static void check(UpdateRequest request) {
    checkDeployment(request == null ? null : request.deployment());
    checkRef(request.to());
  }

  static void check(InspectRequest request) {
    checkDeployment(request == null ? null : request.deployment());
    checkRef(request.to());
  }

  private static void checkDeployment(String deployment) {
    if (deployment == null) {
      throw invalid("the input names no deployment.");
    }
    if (!NAME.matcher(deployment).matches()) {
      throw invalid("\"" + shortened(deployment) + "\" is no name of a deployment.");
    }
  }

  private static void checkRef(Optional<String> to) {
    to.filter(ref -> !isRef(ref))
        .ifPresent(
            ref -> {
              throw invalid(
                  "\"to\": \"" + shortened(ref) + "\" is no name of a branch, tag or commit.");
            });
  }

  private static boolean isRef(String ref) {
    return REF.matcher(ref).matches() && !ref.contains("..") && !ref.contains("@{");
  }

  static String canonicalId(UpdateRequest request) {
    String host = OperationId.hostOf(Workflow.getInfo().getTaskQueue());
    return OperationId.workflowId(host, request.deployment());
  }

  static boolean isCanonical(String id) {
    return Workflow.getInfo().getWorkflowId().equals(id);
  }

  private static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 80 ? clean : clean.substring(0, 80) + "…";
  }

  private static ApplicationFailure invalid(String message) {
    return ApplicationFailure.newNonRetryableFailure(
        "Invalid input: " + message + EXAMPLE, FailureType.CONFIG_INVALID.type());
  }
}

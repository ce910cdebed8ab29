package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.CopyRequest;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.OperationId;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request may be; anybody may type one into the Temporal Web UI. */
final class Requests {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}");
  static final String EXAMPLE = "{\"deployment\": \"production\"}";

  private static final int LONGEST_QUOTE = 80;
  private static final int LONGEST_DEFECT = 200;

  private Requests() {}

  static void check(OperationType type, OperationRequest request) {
    checkDeployment(request == null ? null : request.deployment(), type.example());
    if (request instanceof CopyRequest copy && copy.from() != null) {
      checkDeployment(copy.from(), type.example());
    }
    refuse(request.defect(), type.example());
  }

  static void check(InspectRequest request) {
    checkDeployment(request == null ? null : request.deployment(), EXAMPLE);
    refuse(request.defect(), EXAMPLE);
  }

  private static void refuse(Optional<String> defect, String example) {
    defect.ifPresent(
        what -> {
          throw invalid(shortened(what, LONGEST_DEFECT), example);
        });
  }

  private static void checkDeployment(String deployment, String example) {
    if (deployment == null) {
      throw invalid("the input names no deployment.", example);
    }
    if (!NAME.matcher(deployment).matches()) {
      throw invalid(quoted(deployment) + " is no name of a deployment.", example);
    }
  }

  static String canonicalId(String deployment) {
    String host = OperationId.hostOf(Workflow.getInfo().getTaskQueue());
    return OperationId.workflowId(host, deployment);
  }

  static boolean isCanonical(String id) {
    return Workflow.getInfo().getWorkflowId().equals(id);
  }

  private static String quoted(String text) {
    return "\"" + shortened(text, LONGEST_QUOTE) + "\"";
  }

  /** What can be shown of a text that anybody may have written. */
  static String shortened(String text, int longest) {
    String start = text.length() <= longest ? text : text.substring(0, longest) + "…";
    return start.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }

  private static ApplicationFailure invalid(String message, String example) {
    return ApplicationFailure.newNonRetryableFailure(
        "Invalid input: " + message + " A right input: " + example,
        FailureType.CONFIG_INVALID.type());
  }
}

package io.safeupdate.workflows.client;

import io.safeupdate.workflows.contract.OperationId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the operation that a person means. */
final class Lookup {
  private static final Pattern WHOLE_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern PART_OF_ID = Pattern.compile("[0-9a-f-]{6,36}");
  private static final Pattern DEPLOYMENT = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}");
  private static final int SEARCHED = 1000;

  /** The server's index lags behind an operation that was started a moment ago. */
  private static final int TRIES = 5;

  private static final long PAUSE_MILLIS = 300;

  private final String host;
  private final History history;
  private final Descriptions descriptions;

  Lookup(String host, History history, Descriptions descriptions) {
    this.host = host;
    this.history = history;
    this.descriptions = descriptions;
  }

  Operation resolve(String name) {
    String id = name.toLowerCase(Locale.ROOT);
    if (WHOLE_ID.matcher(id).matches()) {
      return byId(id).orElseThrow(() -> UnknownOperationException.none(name, host));
    }
    return latest(name)
        .or(() -> byPart(id))
        .orElseThrow(() -> UnknownOperationException.none(name, host));
  }

  private Optional<Operation> byId(String id) {
    Optional<Operation> found = Optional.empty();
    for (int attempt = 0; found.isEmpty() && attempt < TRIES; attempt++) {
      if (attempt > 0 && !pause()) {
        break;
      }
      found = history.find(id).map(OperationSummary::operation);
    }
    return found;
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Operation> latest(String deployment) {
    if (!DEPLOYMENT.matcher(deployment).matches()) {
      return Optional.empty();
    }
    return descriptions
        .latest(OperationId.workflowId(host, deployment))
        .map(state -> state.summary().operation());
  }

  /**
   * By how an id begins or ends. Ids begin with the time, so that those of one afternoon are alike;
   * what containers and databases are named after is the end.
   */
  private Optional<Operation> byPart(String part) {
    if (!PART_OF_ID.matcher(part).matches()) {
      return Optional.empty();
    }
    List<Operation> found =
        all().stream()
            .filter(operation -> operation.id().startsWith(part) || operation.id().endsWith(part))
            .toList();
    if (found.size() > 1) {
      throw UnknownOperationException.several(part, found.stream().map(Operation::id).toList());
    }
    return found.stream().findFirst();
  }

  private List<Operation> all() {
    String prefix = OperationId.workflowId(host, "");
    return history.list(new History.Wanted(prefix, Optional.empty(), false, SEARCHED)).stream()
        .map(OperationSummary::operation)
        .toList();
  }
}

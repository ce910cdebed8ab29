package io.safeupdate.api.access;

import io.safeupdate.api.host.HostOperations;
import io.safeupdate.workflows.client.DeploymentBusyException;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.client.Origin;
import io.safeupdate.workflows.contract.OperationRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts what is asked for with a key once. The operation itself remembers the key's hash, so that
 * nothing else can be lost: neither when this process is killed after the start and before its
 * answer, nor when it is another one that is asked again. A deployment has one open operation at a
 * time, so that of two requests at once the second finds the first one's.
 */
final class Repeats {
  /** How many of a deployment's latest operations are looked through. */
  private static final int REMEMBERED = 200;

  private final HostOperations operations;

  Repeats(HostOperations operations) {
    this.operations = operations;
  }

  Started start(OperationRequest request, Origin origin) {
    Optional<Started> before = earlier(request, origin);
    if (before.isPresent()) {
      return before.get();
    }
    try {
      return new Started(operations.start(request, origin), false);
    } catch (DeploymentBusyException busy) {
      return earlier(Stream.of(busy.open()), request, origin).orElseThrow(() -> busy);
    }
  }

  /** The server's list lags a moment behind its knowledge of the latest operation. */
  private Optional<Started> earlier(OperationRequest request, Origin origin) {
    if (origin.key().isEmpty()) {
      return Optional.empty();
    }
    String deployment = request.deployment();
    return earlier(operations.latest(deployment).stream(), request, origin)
        .or(
            () ->
                earlier(
                    operations.list(Optional.of(deployment), REMEMBERED).stream(),
                    request,
                    origin));
  }

  private Optional<Started> earlier(
      Stream<OperationSummary> known, OperationRequest request, Origin origin) {
    return known
        .filter(it -> isSame(it, origin))
        .findFirst()
        .map(it -> same(it.operation(), request));
  }

  private static boolean isSame(OperationSummary known, Origin origin) {
    return origin.key().isPresent()
        && known.origin().map(Origin::key).equals(Optional.of(origin.key()));
  }

  private Started same(Operation first, OperationRequest request) {
    if (!operations.request(first).equals(request)) {
      throw new KeyReusedException(first);
    }
    return new Started(first, true);
  }
}

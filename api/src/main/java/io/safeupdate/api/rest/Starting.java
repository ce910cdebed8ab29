package io.safeupdate.api.rest;

import io.safeupdate.api.access.Guard;
import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.access.RequestKey;
import io.safeupdate.api.access.Started;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.contract.OperationRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;

/** Starts operations and tells where they are. */
public final class Starting {
  /** By it a caller knows a repeated request again; draft-ietf-httpapi-idempotency-key-header. */
  static final String KEY = "Idempotency-Key";

  private static final String REPLAYED = "Idempotency-Replayed";

  private final Guard guard;

  public Starting(Guard guard) {
    this.guard = guard;
  }

  Response start(OperationRequest request, Optional<String> key, SecurityContext security) {
    GuardedOperations operations = guard.of(security);
    return accepted(operations, operations.start(request, key.map(RequestKey::new)));
  }

  private static Response accepted(GuardedOperations operations, Started started) {
    Operation operation = started.operation();
    return Response.status(Response.Status.ACCEPTED)
        .location(URI.create("api/v1/operations/" + operation.id()))
        .header(REPLAYED, started.again() ? "true" : null)
        .entity(OperationEntry.of(operations.summary(operation)))
        .build();
  }
}

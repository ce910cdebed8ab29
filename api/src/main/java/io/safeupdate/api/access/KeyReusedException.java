package io.safeupdate.api.access;

import io.safeupdate.workflows.client.Operation;

/** A caller used a key for one request, and uses it for another now. Nothing was started. */
public final class KeyReusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyReusedException(Operation first) {
    super(
        "This Idempotency-Key belongs to operation %s, which was asked for with another request. Use a new key for a new request."
            .formatted(first.id()));
  }
}

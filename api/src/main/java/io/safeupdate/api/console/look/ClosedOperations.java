package io.safeupdate.api.console.look;

import io.safeupdate.api.access.GuardedOperations;
import io.safeupdate.api.host.OperationDetail;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers operations that are over: they never change. Safe for several threads. */
public final class ClosedOperations {
  private static final int MOST = 500;

  private final Map<String, OperationDetail> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, OperationDetail> eldest) {
              return size() > MOST;
            }
          });

  /**
   * An operation that the caller has in a list already, and so may see.
   *
   * @param id the whole id
   */
  public OperationDetail find(GuardedOperations operations, String id) {
    OperationDetail remembered = known.get(id);
    if (remembered != null) {
      return remembered;
    }
    OperationDetail found = operations.find(id);
    if (!found.isOpen()) {
      known.put(id, found);
    }
    return found;
  }
}

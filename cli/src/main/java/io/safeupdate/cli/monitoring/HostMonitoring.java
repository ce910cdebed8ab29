package io.safeupdate.cli.monitoring;

import io.safeupdate.api.monitoring.Monitoring;
import io.safeupdate.api.monitoring.Part;
import io.safeupdate.worker.Vitals;
import io.safeupdate.workflows.client.Operations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a process tells monitoring. */
public final class HostMonitoring {
  private HostMonitoring() {}

  /**
   * Of a host whose worker this process may be.
   *
   * @param vitals of this machine; empty where the worker is elsewhere
   */
  public static Monitoring of(Operations operations, String host, Optional<Vitals> vitals) {
    List<Part> parts = new ArrayList<>();
    parts.add(WorkerPart.of(operations, host, Clock.systemUTC()));
    vitals.map(HostParts::of).ifPresent(parts::addAll);
    return new Monitoring(parts, Optional.empty());
  }
}

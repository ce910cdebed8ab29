package io.safeupdate.cli.stack;

import java.util.List;

/**
 * What processes of this program run.
 *
 * @param services what {@code up} starts beside the worker, and {@code api} alone
 */
public record Parts(Activities activities, List<UpService.Starter> services) {
  public Parts {
    services = List.copyOf(services);
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.workflows.contract.Plan.ServiceChange;
import java.util.ArrayList;
import java.util.List;

/** What an update does with each service. */
final class ServiceChanges {
  private final Baseline before;
  private final ComposeModel current;
  private final ComposeModel target;
  private final Replaced replaced;

  private ServiceChanges(Findings findings, Baseline before, PreparedImages prepared) {
    this.before = before;
    this.current = findings.current.orElseThrow();
    this.target =
        findings.targetModel.orElseThrow().relocated(findings.export.orElseThrow()::backInCheckout);
    this.replaced = new Replaced(before, current, target, prepared.images());
  }

  static List<ServiceChange> of(Findings findings, Baseline before, PreparedImages prepared) {
    ServiceChanges changes = new ServiceChanges(findings, before, prepared);
    List<ServiceChange> all = new ArrayList<>();
    changes.target.services().keySet().forEach(service -> all.add(changes.change(service)));
    changes.current.services().keySet().stream()
        .filter(service -> !changes.target.services().containsKey(service))
        .forEach(service -> all.add(new ServiceChange(service, "remove", "the target has it not")));
    return all;
  }

  private ServiceChange change(String service) {
    if (before.of(service).isEmpty()) {
      return current.services().containsKey(service)
          ? new ServiceChange(service, "keep", "it is not started")
          : new ServiceChange(service, "create", "it is new");
    }
    return replaced
        .why(service)
        .map(why -> new ServiceChange(service, "recreate", why))
        .orElseGet(() -> new ServiceChange(service, "keep", "nothing of it changes"));
  }
}

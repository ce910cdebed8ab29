package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.workflows.contract.Plan.ServiceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an update does with each service. */
final class ServiceChanges {
  private final Findings findings;
  private final ComposeModel current;
  private final ComposeModel target;
  private final PreparedImages prepared;

  private ServiceChanges(Findings findings, PreparedImages prepared) {
    this.findings = findings;
    this.current = findings.current.orElseThrow();
    this.target =
        findings.targetModel.orElseThrow().relocated(findings.export.orElseThrow()::backInCheckout);
    this.prepared = prepared;
  }

  static List<ServiceChange> of(Findings findings, PreparedImages prepared) {
    ServiceChanges changes = new ServiceChanges(findings, prepared);
    List<ServiceChange> all = new ArrayList<>();
    changes.target.services().keySet().forEach(service -> all.add(changes.change(service)));
    changes.current.services().keySet().stream()
        .filter(service -> !changes.target.services().containsKey(service))
        .forEach(service -> all.add(new ServiceChange(service, "remove", "the target has it not")));
    return all;
  }

  private ServiceChange change(String service) {
    Optional<Container> container =
        findings.containers.stream()
            .filter(it -> it.service().equals(Optional.of(service)))
            .findFirst();
    if (container.isEmpty()) {
      return current.services().containsKey(service)
          ? new ServiceChange(service, "keep", "it is not started")
          : new ServiceChange(service, "create", "it is new");
    }
    if (!prepared.of(service).map(PreparedImage::id).equals(container.map(Container::imageId))) {
      return new ServiceChange(service, "recreate", "its image changes");
    }
    return current.serviceHash(service).equals(target.serviceHash(service))
        ? new ServiceChange(service, "keep", "nothing of it changes")
        : new ServiceChange(service, "recreate", "its configuration changes");
  }
}

package io.safeupdate.cli.command;

import io.safeupdate.cli.follow.Glance;
import io.safeupdate.cli.session.Session;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inspects deployments, telling on stderr what takes long. */
final class Looking {
  private final Toolbox tools;

  Looking(Toolbox tools) {
    this.tools = tools;
  }

  /** Inspects one deployment. */
  Inspection at(InspectRequest request) throws InterruptedException {
    SafeUpdateConfig config = tools.config();
    config.requireDeployment(request.deployment());
    try (Session session = tools.open(config)) {
      return look(session, request);
    }
  }

  /** Inspects deployments one after the other. */
  List<Inspection> at(Session session, List<String> deployments, Depth depth)
      throws InterruptedException {
    List<Inspection> inspections = new ArrayList<>();
    for (String deployment : deployments) {
      InspectRequest request = new InspectRequest(deployment, Optional.of(depth), Optional.empty());
      inspections.add(look(session, request));
    }
    return inspections;
  }

  private Inspection look(Session session, InspectRequest request) throws InterruptedException {
    try (Glance glance =
        Glance.open(
            tools.surroundings().err(),
            tools.surroundings().clock(),
            "looking at " + request.deployment())) {
      return session.inspect(request, glance::doing);
    }
  }
}

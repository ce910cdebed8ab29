package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Table;
import io.safeupdate.workflows.contract.Inspection.ServiceState;
import java.time.Instant;
import java.util.List;

/** The containers of a deployment. */
record Services(List<ServiceState> all, Instant now) {

  /** In a few words, such as {@code all 4 run}. */
  Html brief() {
    long well = all.stream().filter(Services::isWell).count();
    if (all.isEmpty()) {
      return Mark.NOTHING.before("no service");
    }
    return well == all.size()
        ? Mark.GOOD.before(well == 1 ? "the one service runs" : "all " + well + " services run")
        : Mark.BAD.before(well + " of " + all.size() + " services run");
  }

  Html table() {
    Table table = new Table("Services", "Service", "State", "Health", "Started", "Image");
    all.forEach(
        service ->
            table.row(
                Html.text(service.service()),
                (isWell(service) ? Mark.GOOD : Mark.BAD).before(service.status()),
                Html.text(service.health().orElse("")),
                started(service),
                Pieces.code(service.image())));
    return table.html();
  }

  private Html started(ServiceState service) {
    String restarts = service.restarts() > 0 ? ", restarted " + service.restarts() + " times" : "";
    return service
        .startedAt()
        .filter(start -> service.status().equals("running"))
        .map(start -> Html.of(Pieces.ago(start, now), Html.text(restarts)))
        .orElse(Html.NOTHING);
  }

  private static boolean isWell(ServiceState service) {
    boolean isSick = service.health().filter("unhealthy"::equals).isPresent();
    return service.status().equals("running") && !isSick;
  }
}

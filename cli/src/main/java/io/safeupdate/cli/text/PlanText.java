package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import io.safeupdate.workflows.contract.Plan;
import java.util.List;
import java.util.Optional;

/** What an update would do. */
public final class PlanText implements Text {
  private static final Text REJECTED =
      style -> Mark.BAD.paint("An update would be rejected", style);

  private final Inspection inspection;

  public PlanText(Inspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public String in(Style style) {
    String plan =
        inspection
            .plan()
            .map(it -> body(it, style))
            .orElseGet(() -> "\n" + style.strong("No plan could be made") + "\n");
    return heading(style) + plan + checks(style) + verdict(style) + "\nnothing was changed\n";
  }

  private String heading(Style style) {
    String from = Commits.brief(inspection.commit());
    String to =
        inspection
            .plan()
            .map(plan -> plan.from().equals(plan.to()) ? "" : " → " + Commits.brief(plan.to()))
            .orElse("");
    String branch = inspection.branch().map(name -> " on " + name).orElse("");
    return style.strong("Plan for " + inspection.deployment()) + "  " + from + to + branch + "\n";
  }

  private static String body(Plan plan, Style style) {
    if (plan.from().equals(plan.to()) && plan.rejected().isEmpty()) {
      return "\nThere is nothing to update.\n";
    }
    return Section.commits("Commits", plan.commits(), style)
        + list("Pending migrations", plan.migrations(), style)
        + services(plan, style)
        + list("New env keys: the env file has no value for them yet", plan.newEnvKeys(), style)
        + strategy(plan, style)
        + disk(plan, style)
        + Section.bullets("Notes", plan.notes(), style)
        + plan.rejected().map(failure -> rejected(failure, style)).orElse("");
  }

  /** Said once: by the plan itself, or because a check failed. */
  private String verdict(Style style) {
    boolean isTold = inspection.plan().flatMap(Plan::rejected).isPresent();
    return DoctorText.isRejected(inspection) && !isTold
        ? "\n" + Mark.BAD.in(style) + " " + REJECTED.in(style) + "\n"
        : "";
  }

  private static String services(Plan plan, Style style) {
    Table table = new Table(style, "  ");
    plan.services().forEach(it -> table.row(it.service(), it.change(), it.why()));
    return Section.table("Services", plan.services().size(), table, style);
  }

  private static String disk(Plan plan, Style style) {
    Table table = new Table(style, "  ");
    plan.disk()
        .forEach(
            it ->
                table.row(
                    it.where(),
                    "needs " + Sizes.of(it.needed()),
                    "free " + Sizes.of(it.free()),
                    it.needed() > it.free() ? "not enough" : "enough"));
    return Section.table("Disk", plan.disk().size(), table, style);
  }

  private static String strategy(Plan plan, Style style) {
    Optional<String> strategy = plan.strategy().map(it -> it.label());
    return strategy
        .map(
            word ->
                "\n"
                    + style.strong("Strategy ")
                    + word
                    + plan.strategyReason().map(why -> ": " + why).orElse("")
                    + "\n")
        .orElse("");
  }

  private static String list(String title, List<String> items, Style style) {
    Table table = new Table(style, "  ");
    items.forEach(item -> table.row(item));
    return Section.table(title, items.size(), table, style);
  }

  private static String rejected(FailureReport failure, Style style) {
    return "\n"
        + Mark.BAD.in(style)
        + " "
        + REJECTED.in(style)
        + " in "
        + failure.phase()
        + " ("
        + failure.type()
        + ")\n"
        + Prose.indented(failure.message(), "  ", style);
  }

  private String checks(Style style) {
    List<Check> told =
        inspection.checks().stream().filter(it -> it.status() != CheckStatus.OK).toList();
    if (!told.isEmpty()) {
      return "\n" + style.strong("Checks") + "\n" + new ChecksText(told).in(style);
    }
    int all = inspection.checks().size();
    return all == 0 ? "" : "\n" + Mark.GOOD.in(style) + " all " + all + " checks are ok\n";
  }
}

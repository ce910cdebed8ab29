package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import java.util.List;

/** Whether updates of deployments would be let in. */
public final class DoctorText implements Text {
  private final List<Inspection> inspections;

  public DoctorText(List<Inspection> inspections) {
    this.inspections = List.copyOf(inspections);
  }

  /** Whether an update would be rejected. */
  public static boolean isRejected(Inspection inspection) {
    return inspection.checks().stream().anyMatch(check -> check.status() == CheckStatus.FAILED)
        || inspection.plan().flatMap(plan -> plan.rejected()).isPresent();
  }

  @Override
  public String in(Style style) {
    StringBuilder text = new StringBuilder();
    for (Inspection inspection : inspections) {
      text.append(style.strong(inspection.deployment()))
          .append("  ")
          .append(inspection.directory())
          .append('\n')
          .append(new ChecksText(inspection.checks()).in(style))
          .append(verdict(inspection, style))
          .append('\n');
    }
    return text.append("nothing was changed\n").toString();
  }

  private static String verdict(Inspection inspection, Style style) {
    if (isRejected(inspection)) {
      return "  " + Mark.BAD.paint("an update would be rejected", style) + "\n";
    }
    return "  " + Mark.GOOD.paint("ready to be updated", style) + "\n";
  }
}

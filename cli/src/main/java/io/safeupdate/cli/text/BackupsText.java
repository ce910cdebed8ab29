package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import java.util.List;

/** The backups of a deployment. */
public final class BackupsText implements Text {
  private final Inspection inspection;

  public BackupsText(Inspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public String in(Style style) {
    if (inspection.backups().isEmpty()) {
      return inspection.deployment() + " has no backup yet: every update makes one.\n";
    }
    Table table = new Table(style, "");
    table.header("backup", "made", "size", "verified", "needed by");
    inspection.backups().forEach(backup -> add(table, backup));
    return table.toString();
  }

  private static void add(Table table, BackupSummary backup) {
    table.row(
        backup.name(),
        Spans.utc(backup.modified()),
        Sizes.of(backup.bytes()),
        backup.verified().map(at -> Spans.utc(at) + how(backup)).orElse("never"),
        needed(backup.restorePoints(), backup.kept()));
  }

  private static String how(BackupSummary backup) {
    boolean tried = backup.how().filter(how -> how.contains("restored on trial")).isPresent();
    return tried ? ", restored on trial" : ", read whole";
  }

  /** Who needs a file: a person, restore points, nobody. */
  static String needed(List<String> restorePoints, boolean kept) {
    String points = String.join(", ", restorePoints);
    if (!kept) {
      return points;
    }
    return points.isEmpty() ? "kept" : "kept, " + points;
  }
}

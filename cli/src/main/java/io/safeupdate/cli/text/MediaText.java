package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.MediaSummary;

/** The archives of a deployment's user files. */
public final class MediaText implements Text {
  private final Inspection inspection;

  public MediaText(Inspection inspection) {
    this.inspection = inspection;
  }

  @Override
  public String in(Style style) {
    if (inspection.media().isEmpty()) {
      return inspection.deployment()
          + " has no archive of user files yet. Make one: safe-update media backup "
          + inspection.deployment()
          + "\n";
    }
    Table table = new Table(style, "");
    table.header("archive", "made", "size", "entries", "verified", "needed by");
    inspection.media().forEach(archive -> add(table, archive));
    return table.toString();
  }

  private static void add(Table table, MediaSummary archive) {
    table.row(
        archive.name(),
        Spans.utc(archive.made()),
        Sizes.of(archive.bytes()),
        String.valueOf(archive.entries()),
        Spans.utc(archive.verified()),
        BackupsText.needed(archive.restorePoints(), archive.kept()));
  }
}

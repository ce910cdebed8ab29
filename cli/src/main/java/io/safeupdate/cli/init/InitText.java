package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.cli.text.Mark;
import io.safeupdate.cli.text.Prose;
import io.safeupdate.cli.text.Table;
import java.nio.file.Path;

/** What init found, and what to look at. */
final class InitText implements Text {
  private final Path file;
  private final String name;
  private final Findings findings;

  InitText(Path file, String name, Findings findings) {
    this.file = file;
    this.name = name;
    this.findings = findings;
  }

  @Override
  public String in(Style style) {
    Table table = new Table(style, "  ");
    findings.found().forEach(it -> table.row(it.what(), it.value(), it.why()));
    StringBuilder text = new StringBuilder("Found of " + style.strong(name) + ":\n" + table);
    findings
        .warnings()
        .forEach(
            warning ->
                text.append(Prose.indented(Mark.WARNING.sign() + " " + warning, "  ", style)));
    return text.append("\nWritten to ")
        .append(file)
        .append(". Next:\n")
        .append("  safe-update doctor ")
        .append(name)
        .append('\n')
        .append("  safe-update plan ")
        .append(name)
        .append('\n')
        .toString();
  }
}

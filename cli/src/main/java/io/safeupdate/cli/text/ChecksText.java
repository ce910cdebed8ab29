package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import java.util.List;
import java.util.Locale;

/** Checks, each with what was found and what to do about it. */
final class ChecksText implements Text {
  private final List<Check> checks;

  ChecksText(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public String in(Style style) {
    int name = checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    checks.forEach(check -> text.append(line(check, name, style)));
    return text.toString();
  }

  private static String line(Check check, int nameWidth, Style style) {
    Mark mark = mark(check.status());
    String word = String.format(Locale.ROOT, "%-7s", word(check.status()));
    String head =
        "  "
            + mark.in(style)
            + " "
            + check.name()
            + " ".repeat(nameWidth - check.name().length() + 2)
            + mark.paint(word, style)
            + "  ";
    String indent = " ".repeat(nameWidth + 15);
    String message = Prose.indented(check.message(), indent, style).substring(indent.length());
    return head
        + message
        + check.remedy().map(remedy -> Prose.indented("→ " + remedy, indent, style)).orElse("");
  }

  private static Mark mark(CheckStatus status) {
    return switch (status) {
      case OK -> Mark.GOOD;
      case WARNING -> Mark.WARNING;
      case FAILED -> Mark.BAD;
    };
  }

  private static String word(CheckStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}

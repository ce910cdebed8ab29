package io.safeupdate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The fault matrix as a Markdown table, with a footnote for each cell that does not hold. */
final class FaultMatrixTable {
  private static final String HEAD =
      """
      # The fault matrix

      Made by `bin/test --matrix` on %s from commit %s: %s. [How it works](architecture.md#the-fault-matrix).

      Each cell is one real update of the demo application, with a pending migration and strategy `snapshot`, to
      which one thing happens in one step. It holds when the update ended as it should and the application stands
      so: version, rows, images and their tags, commit, branch and clean checkout, migrations, restart policies; no
      container, network, database, prepared image or lock is left that the result does not name; and the next
      update works. Steps that start with `undo-`, and `start-old`, are those of a way back; there `verify` failed
      before.

      """;

  private final Findings findings;
  private final List<String> notes = new ArrayList<>();

  private FaultMatrixTable(Findings findings) {
    this.findings = findings;
  }

  /**
   * Writes the table of what was found.
   *
   * @param arguments the file of the findings, the file to write, and the commit that was tested
   */
  public static void main(String[] arguments) throws IOException {
    FaultMatrixTable table = new FaultMatrixTable(new Findings(Path.of(arguments[0])));
    Files.writeString(Path.of(arguments[1]), table.text(arguments[2]));
    System.out.println(arguments[1] + ": " + table.count());
  }

  private String text(String commit) {
    String rows = Cell.steps().stream().map(this::row).collect(Collectors.joining());
    String head = HEAD.formatted(LocalDate.now(ZoneId.systemDefault()), commit, count());
    return head + heading() + rows + footnotes();
  }

  private String count() {
    List<Finding> played = Cell.all().stream().flatMap(it -> findings.of(it).stream()).toList();
    return "%d cells, %d played, %d hold"
        .formatted(
            Cell.all().size(), played.size(), played.stream().filter(Finding::holds).count());
  }

  private static String heading() {
    String names =
        Arrays.stream(Mishap.values()).map(Mishap::label).collect(Collectors.joining(" | "));
    return "| step | " + names + " |\n|" + " --- |".repeat(Mishap.values().length + 1) + "\n";
  }

  private String row(String step) {
    String cells =
        Arrays.stream(Mishap.values())
            .map(mishap -> findings.of(new Cell(step, mishap)).map(this::cell).orElse("not played"))
            .collect(Collectors.joining(" | "));
    return "| `" + step + "` | " + cells + " |\n";
  }

  private String cell(Finding finding) {
    String ending = finding.ending().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (finding.holds()) {
      return ending + (finding.remark().isEmpty() ? "" : ", " + finding.remark());
    }
    notes.add(finding.cell() + ": " + String.join("; ", finding.problems()));
    return "**" + ending + "** [^" + notes.size() + "]";
  }

  private String footnotes() {
    StringBuilder text = new StringBuilder("\n");
    for (int number = 1; number <= notes.size(); number++) {
      text.append("[^%d]: %s%n".formatted(number, notes.get(number - 1)));
    }
    return notes.isEmpty() ? "" : text.toString();
  }
}

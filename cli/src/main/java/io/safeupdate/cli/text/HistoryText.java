package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.client.OperationEntry;
import java.time.Instant;
import java.util.List;

/** Operations in a list. */
public final class HistoryText implements Text {
  private final List<OperationEntry> entries;
  private final Instant now;

  public HistoryText(List<OperationEntry> entries, Instant now) {
    this.entries = List.copyOf(entries);
    this.now = now;
  }

  @Override
  public String in(Style style) {
    if (entries.isEmpty()) {
      return "no operation yet\n";
    }
    Table table = new Table(style, "");
    table.header("operation", "deployment", "type", "started", "took", "commits", "state");
    entries.forEach(
        it ->
            table.row(
                it.operation(),
                it.deployment(),
                it.type(),
                Spans.utc(it.startedAt()),
                Spans.between(it.startedAt(), it.endedAt().orElse(now)),
                hasMoved(it) ? Commits.move(it.from(), it.to()) : "",
                it.state()));
    return table.toString();
  }

  private static boolean hasMoved(OperationEntry entry) {
    return entry.from().isPresent() && !entry.from().equals(entry.to());
  }
}

package io.safeupdate.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.cli.text.Table;
import java.util.List;

/** What the demo showed. */
record DemoStory(List<DemoChapter> chapters, DemoUrls urls) implements Text {

  DemoStory {
    chapters = List.copyOf(chapters);
  }

  /** Whether everything went as the demo says it does. */
  @JsonProperty
  boolean isGood() {
    return chapters.stream().allMatch(DemoChapter::isGood);
  }

  @Override
  public String in(Style style) {
    Table table = new Table(style, "  ");
    chapters.forEach(it -> table.row(it.release(), it.result().outcome().name(), it.words()));
    return "\n"
        + style.strong("What happened")
        + "\n"
        + table
        + "\n"
        + style.strong(
            urls.staying() ? "To look at" : "To look at, where a terminal keeps the demo up")
        + "\n"
        + urls.in(style)
        + (isGood() ? "" : "\nThis is not what should have happened; the phases above say why.\n");
  }
}

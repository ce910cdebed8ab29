package io.safeupdate.cli.demo;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the demo showed. */
record DemoStory(
    List<DemoChapter> chapters, int rows, String application, Optional<String> temporalUi)
    implements Text {

  DemoStory {
    chapters = List.copyOf(chapters);
  }

  @Override
  public String in(Style style) {
    return "\nWhat happened\n"
        + chapters.stream().map(DemoStory::told).collect(Collectors.joining())
        + "\nTo look at\n  the guest book   "
        + application
        + "\n"
        + temporalUi.map(url -> "  Temporal Web UI  " + url + "\n").orElse("");
  }

  private static String told(DemoChapter chapter) {
    return String.format(
        Locale.ROOT,
        "  %-17s %-12s the visitor waited %.1f s; %d rows acknowledged, %d there%n",
        chapter.release(),
        chapter.result().outcome(),
        chapter.visitorDowntimeSeconds(),
        chapter.acknowledged(),
        chapter.rows());
  }
}

package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.worker.KeptFailure;

/** Files one after the other, each under its name. Their lines are left as they are. */
public final class FailureLogsText implements Text {
  private final KeptFailure kept;

  public FailureLogsText(KeptFailure kept) {
    this.kept = kept;
  }

  @Override
  public String in(Style style) {
    StringBuilder text = new StringBuilder(style.faint(kept.folder().toString())).append('\n');
    for (KeptFailure.File file : kept.files()) {
      text.append('\n').append(style.strong("── " + file.name())).append('\n');
      text.append(file.text());
      if (!file.text().isEmpty() && !file.text().endsWith("\n")) {
        text.append('\n');
      }
    }
    return text.toString();
  }
}

package io.safeupdate.cli.follow;

import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.text.Question;
import io.safeupdate.workflows.client.Listener;
import java.time.Clock;

/** A view that suits what the output leads to, and what drives it. */
public final class Views implements AutoCloseable {
  private final View view;
  private final Ticker ticker;

  private Views(View view) {
    this.view = view;
    this.ticker = new Ticker(view::tick);
  }

  /** Opens a view; it must be closed before anything else is written there. */
  public static Views open(Sheet sheet, Clock clock, Question question) {
    return new Views(
        sheet.isLive()
            ? new LiveView(sheet, clock, question)
            : new LineView(sheet.stream(), clock, question, ""));
  }

  /** What shows changes of the operation. */
  public Listener listener() {
    return view;
  }

  /** Says something that is not the operation's own. */
  public void say(String line) {
    view.say(line);
  }

  @Override
  public void close() {
    ticker.close();
    view.close();
  }
}

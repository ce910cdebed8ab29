package io.safeupdate.cli.follow;

import io.safeupdate.cli.terminal.Printable;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.text.Spans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells that something goes on, where that takes long enough to wonder; leaves no trace. */
public final class Glance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sheet sheet;
  private final Clock clock;
  private final String what;
  private final Instant start;
  private final LiveRegion region;
  private final Spinner spinner = new Spinner();
  private final Ticker ticker;

  private String doing = "";
  private Instant spoke;

  private Glance(Sheet sheet, Clock clock, String what) {
    this.sheet = sheet;
    this.clock = clock;
    this.what = what;
    this.start = clock.instant();
    this.spoke = start;
    this.region = new LiveRegion(sheet.stream());
    this.ticker = new Ticker(this::tick);
  }

  /**
   * Begins to tell.
   *
   * @param what goes on, such as {@code looking at production}
   */
  public static Glance open(Sheet sheet, Clock clock, String what) {
    return new Glance(sheet, clock, what);
  }

  /** Tells what is done now. */
  public synchronized void doing(String text) {
    doing = ": " + text.strip().split("\n", 2)[0];
  }

  private synchronized void tick() {
    spinner.turn();
    String line = what + ", " + Spans.between(start, clock.instant()) + doing;
    if (sheet.isLive()) {
      region.draw(List.of(spinner.sign() + " " + sheet.style().fit(line, 2)));
    } else if (Duration.between(spoke, clock.instant()).compareTo(PATIENCE) >= 0) {
      spoke = clock.instant();
      sheet.stream().println(Printable.of(line));
    }
  }

  @Override
  public void close() {
    ticker.close();
    synchronized (this) {
      region.close();
    }
  }
}

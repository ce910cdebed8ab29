package io.safeupdate.cli.text;

import io.safeupdate.cli.terminal.Style;
import io.safeupdate.workflows.contract.PhaseStatus;

/** A sign that stands before a word of the same meaning, so that lists can be skimmed. */
public enum Mark {
  GOOD("✓"),
  BAD("✗"),
  WARNING("!"),
  WAITING("?"),
  NOTHING("–"),
  OPEN("·");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  public static Mark of(PhaseStatus status) {
    return switch (status) {
      case DONE -> GOOD;
      case FAILED -> BAD;
      case WAITING -> WAITING;
      case SKIPPED, CANCELLED -> NOTHING;
      case PENDING, RUNNING -> OPEN;
    };
  }

  /** The sign, in the colour that goes with it. */
  public String in(Style style) {
    return paint(sign, style);
  }

  /** A text in the colour that goes with the mark. */
  public String paint(String text, Style style) {
    return switch (this) {
      case GOOD -> style.good(text);
      case BAD -> style.bad(text);
      case WARNING, WAITING -> style.warning(text);
      case NOTHING, OPEN -> style.faint(text);
    };
  }

  public String sign() {
    return sign;
  }
}

package io.safeupdate.api.console.html;

import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.PhaseStatus;
import java.util.Locale;

/** A sign before a word of the same meaning, so that a page can be skimmed; colour only adds. */
public enum Mark {
  GOOD("✓"),
  BAD("✗"),
  WARNING("!"),
  WAITING("?"),
  NOTHING("–"),
  RUNNING("●"),
  PENDING("·");

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
      case RUNNING -> RUNNING;
      case PENDING -> PENDING;
    };
  }

  public static Mark of(Outcome outcome) {
    return switch (outcome) {
      case UPDATED, ALREADY_CURRENT, DONE -> GOOD;
      case REJECTED, ROLLED_BACK -> BAD;
      case CANCELLED -> NOTHING;
      case NEEDS_ATTENTION -> WARNING;
    };
  }

  /** What the style sheet calls it. */
  public String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The sign alone, for where there is room for no word. */
  public String sign() {
    return sign;
  }

  /** The sign and its word. */
  public Html before(String word) {
    return Html.tag("span", "class", "mark " + style())
        .around(
            Html.tag("span", "class", "sign", "aria-hidden", "true").text(sign),
            Html.text(" "),
            Html.tag("strong").text(word));
  }
}

package io.safeupdate.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as it may reach a terminal. Commit subjects, file names and logs come from outside; with
 * control characters they could move the cursor, rename the window or rewrite what stands there.
 */
public final class Printable {
  /** The appearances of {@link Style} are let through; whoever forges one only paints. */
  private static final Pattern SUSPECT =
      Pattern.compile("\u001b\\[(?:0|1|2|31|32|33)m|\r\n|[\\p{C}\\p{Zl}\\p{Zp}&&[^\n\t]]");

  private static final String INSTEAD = "\uFFFD";

  private Printable() {}

  /** The text with everything replaced that nobody can see, or that turns the writing round. */
  public static String of(String text) {
    return SUSPECT.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(instead(hit.group())));
  }

  private static String instead(String suspect) {
    if (suspect.equals("\r\n")) {
      return "\n";
    }
    return suspect.length() > 2 ? suspect : INSTEAD;
  }
}

package io.safeupdate.activities.process;

import java.util.regex.Pattern;

/** Terminal control sequences, which scripts print even where there is no terminal. */
public final class Colours {
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|[@-Z\\\\^_])");

  private Colours() {}

  public static String strip(String text) {
    return text.indexOf('\u001B') < 0 ? text : SEQUENCE.matcher(text).replaceAll("");
  }
}

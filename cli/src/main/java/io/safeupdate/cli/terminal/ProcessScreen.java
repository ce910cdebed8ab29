package io.safeupdate.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The screen of one of this process's own streams. Java 17 cannot ask whether stdout alone is a
 * terminal; on Linux the link of the file descriptor tells, and elsewhere nothing does.
 */
final class ProcessScreen implements Screen {
  private static final int FALLBACK = 80;
  private static final int NARROWEST = 40;
  private static final Path TERMINAL = Path.of("/dev/tty");

  private final boolean terminal;

  private ProcessScreen(boolean terminal) {
    this.terminal = terminal;
  }

  /**
   * @param descriptor 1: stdout, 2: stderr
   */
  static ProcessScreen of(int descriptor) {
    return new ProcessScreen(leadsToTerminal(Path.of("/proc/self/fd/" + descriptor)));
  }

  private static boolean leadsToTerminal(Path link) {
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public boolean isTerminal() {
    return terminal;
  }

  @Override
  public int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL.toFile())
              .redirectError(nowhere())
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return stty.waitFor(1, TimeUnit.SECONDS) ? columns(answer) : FALLBACK;
    } catch (IOException e) {
      return FALLBACK;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FALLBACK;
    }
  }

  /** Reads {@code rows columns}; a terminal of unknown size answers {@code 0 0}. */
  static int columns(String answer) {
    String[] words = answer.trim().split(" ", -1);
    boolean isSize = words.length == 2 && words[1].matches("[1-9]\\d{0,4}");
    return isSize ? Math.max(NARROWEST, Integer.parseInt(words[1])) : FALLBACK;
  }

  private static File nowhere() {
    return new File("/dev/null");
  }
}

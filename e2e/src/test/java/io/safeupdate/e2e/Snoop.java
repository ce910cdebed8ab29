package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Looks for secrets where everybody on the machine may look, for as long as it is open. */
final class Snoop implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;

  private final List<String> secrets;
  private final Thread thread = new Thread(this::watch, "snoop");
  private final Set<String> caught = new ConcurrentSkipListSet<>();
  private volatile boolean leaving;

  private Snoop(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Reads the process list again and again. */
  static Snoop on(List<String> secrets) {
    Snoop snoop = new Snoop(secrets);
    snoop.thread.start();
    return snoop;
  }

  /** Command lines that held a secret. */
  Set<String> caught() {
    return Set.copyOf(caught);
  }

  /** Whether a text holds a secret, also in the spelling of payloads. */
  static boolean tells(List<String> secrets, String text) {
    return secrets.stream()
        .anyMatch(secret -> text.contains(secret) || text.contains(spelt(secret)));
  }

  private static String spelt(String secret) {
    return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
  }

  private void watch() {
    try {
      while (!leaving) {
        look();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      entries
          .filter(it -> it.getFileName().toString().matches("\\d+"))
          .map(it -> text(it.resolve("cmdline")).replace('\0', ' '))
          .filter(line -> tells(secrets, line))
          .forEach(caught::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's bytes as text, whatever they are; a process that has ended has none. */
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      return gone(e);
    }
  }

  private static String gone(IOException e) {
    if (String.valueOf(e.getMessage()).contains("No such process")) {
      return "";
    }
    throw new UncheckedIOException(e);
  }

  @Override
  public void close() {
    leaving = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

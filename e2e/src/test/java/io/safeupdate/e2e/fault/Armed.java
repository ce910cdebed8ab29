package io.safeupdate.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of faults. An empty file {@code STEP.WHEN.ACT.NUMBER} is one; on a hit it is renamed
 * to {@code fired.…}, so that it strikes once, whatever is restarted.
 */
public final class Armed {
  private static final String FIRED = "fired.";

  private final Path directory;

  public Armed(Path directory) {
    this.directory = directory;
  }

  /**
   * Has a step meet a fault.
   *
   * @param when {@code before} or {@code after} the step's effect
   * @param times how often in a row
   */
  public void arm(String step, String when, Act act, int times) {
    for (int number = 1; number <= times; number++) {
      create(directory.resolve(name(step, when) + act.name().toLowerCase(Locale.ROOT) + number));
    }
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String step, String when) {
    return step + "." + when + ".";
  }

  /** The first that is armed for this point, which it is no more. */
  Optional<Strike> strike(String step, String when) {
    for (String armed : files(name(step, when))) {
      Path fired = directory.resolve(FIRED + armed);
      try {
        Files.move(directory.resolve(armed), fired);
        String act = armed.substring(name(step, when).length()).replaceAll("\\d", "");
        return Optional.of(new Strike(Act.valueOf(act.toUpperCase(Locale.ROOT)), fired));
      } catch (NoSuchFileException taken) {
        // Another attempt has it.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }

  /** Whether one strikes that waits to be let go. */
  public boolean isPaused() {
    return files(FIRED).stream().anyMatch(name -> name.contains(".pause"));
  }

  /** Lets go what waits. */
  public void release() {
    files(FIRED).stream().filter(name -> name.contains(".pause")).forEach(this::delete);
  }

  /** Those that nothing has met. */
  public List<String> unmet() {
    return files("").stream().filter(name -> !name.startsWith(FIRED)).toList();
  }

  /** Those that a step has met. */
  public List<String> met() {
    return files(FIRED);
  }

  /** Forgets all. */
  public void clear() {
    files("").forEach(this::delete);
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files(String prefix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param trace is there until somebody lets the step go on
   */
  record Strike(Act act, Path trace) {}
}

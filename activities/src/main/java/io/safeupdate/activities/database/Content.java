package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one pass over a file found in it, as SQL text.
 *
 * @param facts by the words of {@link FileScripts#VERIFY}
 * @param complaint what the reading program said
 */
record Content(Map<String, String> facts, String complaint) {

  /** Less than any dump of pg_dump has; a packed nothing has 20. */
  private static final long FLOOR = 150;

  /** What pg_dump may write after its last word. */
  private static final long AFTER_THE_TRAILER = 40;

  private static final Set<String> TEXTS = Set.of("sha256", "format", "packed");
  private static final Set<String> NUMBERS =
      Set.of("bytes", "read", "lines", "trailer", "connect", "major");

  static Content parse(ExecResult result) {
    Map<String, String> facts = new HashMap<>();
    result
        .stdout()
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> facts.put(pair[0], pair[1]));
    return new Content(Map.copyOf(facts), ServerFailure.firstLine(result));
  }

  static Optional<String> sizeDefect(long bytes) {
    return bytes < FLOOR
        ? Optional.of("has only " + bytes + " bytes, which can be no dump")
        : Optional.empty();
  }

  /** What is wrong with the file. */
  Optional<String> defect() {
    if (!isWhole()) {
      return Optional.of("could not be looked at (" + complaint + ")");
    }
    if (sizeDefect(number("bytes")).isPresent()) {
      return sizeDefect(number("bytes"));
    }
    if (number("read") != 0) {
      return Optional.of("is damaged, it cannot be read to its end (" + complaint + ")");
    }
    if (number("trailer") == 0 || number("lines") - number("trailer") > AFTER_THE_TRAILER) {
      return Optional.of(
          "is cut off, or not made by pg_dump: it does not end with the line"
              + " `-- PostgreSQL database dump complete`");
    }
    if (number("connect") != 0) {
      return Optional.of(
          "names the database it goes to (`\\connect` in line %d, as pg_dump -C and pg_dumpall"
                  .formatted(number("connect"))
              + " write it), so it cannot be restored beside the live one");
    }
    return Optional.empty();
  }

  /** Less is known when the container lacks one of the programs, or its disk is full. */
  private boolean isWhole() {
    return facts.keySet().containsAll(TEXTS)
        && NUMBERS.stream().allMatch(name -> facts.getOrDefault(name, "").matches("\\d{1,18}"));
  }

  BackupCheck check(String name) {
    return new BackupCheck(
        name,
        number("bytes"),
        facts.get("sha256"),
        facts.get("format").equals("custom") ? BackupCheck.Format.CUSTOM : BackupCheck.Format.PLAIN,
        facts.get("packed").equals("yes"),
        (int) number("major"));
  }

  private long number(String fact) {
    return Long.parseLong(facts.get(fact));
  }
}

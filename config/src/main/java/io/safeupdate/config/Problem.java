package io.safeupdate.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong with a configuration file, for the person who wrote it.
 *
 * @param file the file, as it was named to the loader
 * @param line counted from 1; empty: the problem is of the file as a whole
 * @param key the full path of the key, such as {@code deployments.production.health.http[0].url};
 *     empty text: the problem is of the file as a whole
 * @param value what is written there, before {@code ${…}} is replaced and with secrets masked
 * @param message what is wrong
 * @param remedy what to do now
 */
public record Problem(
    Path file,
    OptionalInt line,
    String key,
    Optional<String> value,
    String message,
    String remedy) {

  static Problem ofFile(Path file, String message, String remedy) {
    return new Problem(file, OptionalInt.empty(), "", Optional.empty(), message, remedy);
  }

  /** One line: {@code file:line: key: "value" message (remedy)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file.toString());
    line.ifPresent(number -> text.append(':').append(number));
    text.append(": ");
    if (!key.isEmpty()) {
      text.append(key).append(": ");
    }
    value.ifPresent(written -> text.append('"').append(written).append("\" "));
    return text.append(message).append(" (").append(remedy).append(')').toString();
  }
}

package io.safeupdate.cli.output;

import io.safeupdate.cli.terminal.Style;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a command has no answer.
 *
 * @param type a stable word for scripts
 * @param message what, and where
 * @param remedy what now
 * @param openOperation the operation that keeps the deployment busy
 */
public record Trouble(
    String type,
    String message,
    Optional<String> remedy,
    Optional<String> openOperation,
    ExitCode exitCode) {
  static final String UNEXPECTED = "Internal";

  public Trouble(String type, String message, String remedy, ExitCode exitCode) {
    this(type, message, Optional.of(remedy), Optional.empty(), exitCode);
  }

  /** Whether nobody foresaw it, so that a log with all details helps. */
  public boolean isUnexpected() {
    return type.equals(UNEXPECTED);
  }

  /** The answer that tells of it. */
  public Answer answer() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", type);
    error.put("message", message);
    error.put("remedy", remedy);
    openOperation.ifPresent(id -> error.put("openOperation", id));
    return new Answer(new Document(error), this::text, exitCode);
  }

  private String text(Style style) {
    String told = style.bad("safe-update: ") + message.strip() + "\n";
    return remedy
        .filter(what -> !message.contains(what))
        .map(what -> told + "  → " + what.strip() + "\n")
        .orElse(told);
  }

  private record Document(Map<String, Object> error) {}
}

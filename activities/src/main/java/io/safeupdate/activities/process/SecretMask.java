package io.safeupdate.activities.process;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Replaces secrets by {@code ***}. What leaves this module as a message, a progress line or a log
 * entry goes through one. Prefers hiding too much to hiding too little.
 */
public final class SecretMask {
  /** Hides nothing. */
  public static final SecretMask NOTHING = new SecretMask(List.of());

  private static final String STARS = "***";

  private final List<String> secrets;

  private SecretMask(Collection<String> secrets) {
    // Longest first: a password that is part of a URL must not break up the URL.
    this.secrets =
        secrets.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /**
   * Hides what looks secret among the values of an env file; nothing when there is no such file.
   */
  public static SecretMask ofEnvFile(Path file) {
    return ofEnvironment(EnvFile.read(file));
  }

  /** Hides what looks secret among the values of some environment; null values are left out. */
  public static SecretMask ofEnvironment(Map<String, String> environment) {
    return new SecretMask(
        environment.entrySet().stream()
            .filter(entry -> Objects.nonNull(entry.getValue()))
            .flatMap(entry -> SecretValue.spellings(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Hides what either hides. */
  public SecretMask and(SecretMask other) {
    return new SecretMask(Stream.concat(secrets.stream(), other.secrets.stream()).toList());
  }

  public String apply(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, STARS);
    }
    return masked;
  }

  /** Says how much it hides, not what. */
  @Override
  public String toString() {
    return "SecretMask[" + secrets.size() + "]";
  }
}

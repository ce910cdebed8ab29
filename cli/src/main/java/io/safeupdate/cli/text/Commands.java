package io.safeupdate.cli.text;

import io.safeupdate.workflows.contract.Choice;
import java.util.Optional;

/**
 * Command lines for a person to copy.
 *
 * @param config the configuration file as it was given; repeated so that the commands work as they
 *     stand
 */
public record Commands(Optional<String> config) {

  /** Such as {@code safe-update status production}. */
  public String run(String... words) {
    String command = "safe-update " + String.join(" ", words);
    return config.map(file -> command + " --config " + quoted(file)).orElse(command);
  }

  String decide(String operation, Choice choice) {
    return run("decide", operation, choice.label());
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./~+:@%=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

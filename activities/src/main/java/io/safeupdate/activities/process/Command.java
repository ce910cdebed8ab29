package io.safeupdate.activities.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run: nothing but data, so that what would be run can be tested without running it.
 *
 * @param argv the program and its arguments; no shell is involved
 * @param directory its working directory
 * @param environment added to the clean environment that every process gets; not in {@code
 *     toString}
 * @param stdin its standard input; empty: it reads end-of-file at once
 * @param limit how long it may take
 * @param mask what must not appear in a message made of its arguments or output
 */
public record Command(
    List<String> argv,
    Path directory,
    Map<String, String> environment,
    Optional<String> stdin,
    Duration limit,
    SecretMask mask) {

  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(1);

  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
  }

  /** A command without input that may take a minute. */
  public static Command of(Path directory, List<String> argv) {
    return new Command(
        argv, directory, Map.of(), Optional.empty(), DEFAULT_LIMIT, SecretMask.NOTHING);
  }

  public static Command of(Path directory, String... argv) {
    return of(directory, List.of(argv));
  }

  public Command withEnvironment(Map<String, String> added) {
    return new Command(argv, directory, added, stdin, limit, mask);
  }

  public Command withStdin(String text) {
    return new Command(argv, directory, environment, Optional.of(text), limit, mask);
  }

  public Command within(Duration longest) {
    return new Command(argv, directory, environment, stdin, longest, mask);
  }

  public Command masking(SecretMask secrets) {
    return new Command(argv, directory, environment, stdin, limit, secrets);
  }

  /** The command line for a message or a log, secrets masked. */
  @Override
  public String toString() {
    return mask.apply(String.join(" ", argv));
  }
}

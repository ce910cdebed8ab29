package io.safeupdate.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a process is started with: everything a command reads from or writes to besides files.
 *
 * @param directory the working directory, absolute
 * @param home the operator's home directory, absolute
 * @param user the operator's name
 */
public record Surroundings(
    Sheet out,
    Sheet err,
    Map<String, String> environment,
    Path directory,
    Path home,
    String user,
    Clock clock,
    Keyboard keyboard) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Where nobody can be asked. */
  public Surroundings(
      Sheet out,
      Sheet err,
      Map<String, String> environment,
      Path directory,
      Path home,
      String user,
      Clock clock) {
    this(out, err, environment, directory, home, user, clock, Keyboard.NONE);
  }

  /** Those of this process. Both streams write UTF-8, whatever the locale says. */
  public static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        new Sheet(stream(FileDescriptor.out), screen(1, environment), colours(environment)),
        new Sheet(stream(FileDescriptor.err), screen(2, environment), colours(environment)),
        environment,
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home")).toAbsolutePath(),
        System.getProperty("user.name"),
        Clock.systemUTC(),
        new ProcessKeyboard());
  }

  /** A dumb terminal shows escape sequences as text. */
  private static Screen screen(int descriptor, Map<String, String> environment) {
    return environment.getOrDefault("TERM", "").equals("dumb")
        ? Screen.NONE
        : ProcessScreen.of(descriptor);
  }

  /** See no-color.org. */
  private static boolean colours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}

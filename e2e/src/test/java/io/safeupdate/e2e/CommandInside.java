package io.safeupdate.e2e;

import io.safeupdate.cli.Main;
import io.safeupdate.cli.terminal.Screen;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The CLI without its launcher and without a process: the start of a JVM for each command would
 * take a tenth of the time of all tests.
 */
final class CommandInside {
  static {
    // Set up by several commands at once, it would be half there for some of them.
    LoggerFactory.getILoggerFactory();
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private CommandInside() {}

  static Run run(Path directory, List<String> words) {
    CommandInside command = new CommandInside();
    int exitCode =
        Main.run(
            new Surroundings(
                sheet(command.out),
                sheet(command.err),
                System.getenv(),
                directory,
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                Clock.systemUTC()),
            words.toArray(String[]::new));
    return new Run(words, exitCode, text(command.out), text(command.err));
  }

  private static Sheet sheet(ByteArrayOutputStream bytes) {
    return new Sheet(new PrintStream(bytes, true, StandardCharsets.UTF_8), Screen.NONE, false);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

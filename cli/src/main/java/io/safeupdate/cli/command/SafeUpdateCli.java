package io.safeupdate.cli.command;

import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Output;
import io.safeupdate.cli.output.Trouble;
import io.safeupdate.cli.output.Troubles;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.terminal.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line, runs what it says, and turns whatever happens into an exit code. */
public final class SafeUpdateCli {
  private final Surroundings surroundings;
  private final CommandLine commandLine;

  public SafeUpdateCli(Workshop workshop) {
    this.surroundings = workshop.surroundings();
    this.commandLine =
        new CommandLine(new SafeUpdateCommand(workshop))
            .setOut(writer(surroundings.out()))
            .setErr(writer(surroundings.err()))
            .setColorScheme(Help.defaultColorScheme(ansi(surroundings.out())))
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(100)
            .setParameterExceptionHandler(this::misused)
            .setExecutionExceptionHandler(this::failed);
  }

  /** Runs a command line. */
  public int run(String... words) {
    return commandLine.execute(words);
  }

  private int misused(ParameterException exception, String[] words) {
    String command = exception.getCommandLine().getCommandSpec().qualifiedName();
    String help = command + " --help shows what it takes";
    String remedy = suggestion(exception).map(it -> it + "; " + help).orElse(help);
    return told(
        new Trouble("UsageError", exception.getMessage(), remedy, ExitCode.USAGE), List.of(words));
  }

  private static Optional<String> suggestion(ParameterException exception) {
    return Optional.of(exception)
        .filter(UnmatchedArgumentException.class::isInstance)
        .map(it -> ((UnmatchedArgumentException) it).getSuggestions())
        .filter(words -> !words.isEmpty())
        .map(words -> "did you mean " + String.join(" or ", words) + "?");
  }

  private int failed(Exception exception, CommandLine command, ParseResult parsed) {
    Trouble trouble = Troubles.of(exception);
    if (trouble.isUnexpected()) {
      LoggerFactory.getLogger(SafeUpdateCli.class).error("unexpected", exception);
    }
    return told(trouble, parsed.originalArgs());
  }

  /** The words are looked at as they are: what could not be parsed has no options. */
  private int told(Trouble trouble, List<String> words) {
    new Output(surroundings, words.contains("--json")).trouble(trouble);
    return trouble.exitCode().code();
  }

  private static PrintWriter writer(Sheet sheet) {
    return new PrintWriter(sheet.stream(), true, StandardCharsets.UTF_8);
  }

  private static Help.Ansi ansi(Sheet sheet) {
    return sheet.isLive() && sheet.colours() ? Help.Ansi.ON : Help.Ansi.OFF;
  }
}

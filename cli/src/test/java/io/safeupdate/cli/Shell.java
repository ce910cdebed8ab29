package io.safeupdate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.safeupdate.cli.command.SafeUpdateCli;
import io.safeupdate.cli.command.Workshop;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.session.Sessions;
import io.safeupdate.cli.stack.Parts;
import io.safeupdate.cli.terminal.Keyboard;
import io.safeupdate.cli.terminal.Screen;
import io.safeupdate.cli.terminal.Sheet;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.HostWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs command lines in a directory of their own, as a person would, without a terminal. */
public final class Shell {
  public final FakeSession session = new FakeSession();
  public Keyboard keyboard = Keyboard.NONE;
  public final Path directory;
  public final Map<String, String> environment = new HashMap<>(System.getenv());
  public boolean shared = true;

  private Shell(Path directory) {
    this.directory = directory;
  }

  /** A directory with no configuration. */
  public static Shell in(Path directory) {
    return new Shell(directory);
  }

  /** A directory with a configuration of the deployments production and staging. */
  public static Shell configured(Path directory) {
    Shell shell = new Shell(directory);
    shell.write(
        "safe-update.yml",
        """
        stateDirectory: state
        deployments:
          production:
            directory: /srv/guestbook
            composeFiles: [production.yml]
            branch: master
          staging:
            directory: /srv/guestbook-staging
            composeFiles: [staging.yml]
            branch: develop
        """);
    return shell;
  }

  /** What a command left behind. */
  public record Ran(int exitCode, String out, String err) {
    /** The one document on stdout. */
    public JsonNode json() {
      try {
        return new JsonMapper()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException("not one JSON document: " + out, e);
      }
    }
  }

  public void write(String file, String text) {
    try {
      Files.createDirectories(directory.resolve(file).getParent());
      Files.writeString(directory.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Ran run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            sheet(out),
            sheet(err),
            environment,
            directory,
            directory.resolve("home"),
            "ada",
            Clock.fixed(Facts.NOW, ZoneOffset.UTC),
            keyboard);
    Workshop workshop =
        new Workshop(surroundings, sessions(), new Parts(config -> noWork(), List.of()));
    int exitCode = new SafeUpdateCli(workshop).run(words);
    return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static HostWork noWork() {
    throw new UnsupportedOperationException("these tests run no worker");
  }

  private Sessions sessions() {
    return new Sessions() {
      @Override
      public boolean areShared(SafeUpdateConfig config) {
        return shared;
      }

      @Override
      public Session open(SafeUpdateConfig config, Consumer<String> notices) {
        return session;
      }
    };
  }

  private static Sheet sheet(ByteArrayOutputStream bytes) {
    return new Sheet(new PrintStream(bytes, true, UTF_8), Screen.NONE, true);
  }
}

package io.safeupdate.cli.demo;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.output.ExitCode;
import io.safeupdate.cli.output.Logging;
import io.safeupdate.cli.output.Output;
import io.safeupdate.cli.output.Refusal;
import io.safeupdate.cli.session.Session;
import io.safeupdate.cli.session.Sessions;
import io.safeupdate.cli.session.Watch;
import io.safeupdate.cli.stack.ConsoleService;
import io.safeupdate.cli.stack.Stack;
import io.safeupdate.cli.terminal.Surroundings;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.worker.temporal.TemporalConnection;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.UpdateRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Sets the sample application up, updates it, and shows an update that is brought back. */
public final class Demo {
  private static final String DEPLOYMENT = "demo";

  private final Surroundings surroundings;
  private final Sessions sessions;
  private final Output output;
  private final Function<Session, Watch> watches;
  private final DemoApplication application;

  public Demo(
      Surroundings surroundings,
      Sessions sessions,
      Output output,
      Function<Session, Watch> watches) {
    this.surroundings = surroundings;
    this.sessions = sessions;
    this.output = output;
    this.watches = watches;
    this.application = application(surroundings);
  }

  private static DemoApplication application(Surroundings surroundings) {
    Path directory = surroundings.home().resolve(".cache/safe-update/demo");
    try {
      return new DemoApplication(DemoScripts.in(surroundings.environment(), directory), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the demo; with a terminal it stays until it is interrupted. Cleans up in any case. */
  public Answer run() throws InterruptedException {
    SafeUpdateConfig config = config();
    if (sessions.areShared(config)) {
      throw Refusal.usage("Another demo runs already.", "end it with Ctrl-C first");
    }
    DemoLeftovers.remove(config.stateDirectory());
    Logging.toFile(config.stateDirectory(), "demo");
    try (Session session = sessions.open(config, line -> {})) {
      try {
        return show(session, config);
      } finally {
        session.hurry();
        output.say("Removing the sample application.");
        application.destroy();
      }
    }
  }

  private SafeUpdateConfig config() {
    ConfigLoader loader = new ConfigLoader(surroundings.environment(), surroundings.home());
    return loader.load(application.writeConfig(DEPLOYMENT));
  }

  private Answer show(Session session, SafeUpdateConfig config) throws InterruptedException {
    output.say("Starting a guest book of Django and PostgreSQL at " + application.url() + " …");
    application.start(output::say);
    try (TemporalConnection temporal = Stack.connect(config);
        ConsoleService console = ConsoleService.start(Stack.backend(config, temporal))) {
      boolean staying = output.progress().isLive();
      DemoUrls urls =
          new DemoUrls(application.url(), console.url().toString(), temporal.uiUrl(), staying);
      Answer answer = told(new DemoStory(chapters(session), urls));
      if (staying) {
        stay(answer);
        return Answer.silent();
      }
      return answer;
    }
  }

  private static Answer told(DemoStory story) {
    return new Answer(story, story, story.isGood() ? ExitCode.DONE : ExitCode.FAILED);
  }

  private List<DemoChapter> chapters(Session session) throws InterruptedException {
    try (DemoVisitor visitor = new DemoVisitor(application.url())) {
      output.say("A visitor signs it every 50 ms. Now a release with a migration:");
      DemoChapter good = chapter(session, visitor, "v2-migration", Outcome.UPDATED);
      output.say("And a broken one, whose migration deletes every row and then fails:");
      DemoChapter broken = chapter(session, visitor, "broken-migration", Outcome.ROLLED_BACK);
      return List.of(good, broken);
    }
  }

  private DemoChapter chapter(
      Session session, DemoVisitor visitor, String release, Outcome expected)
      throws InterruptedException {
    application.publish(release);
    visitor.takeDowntime();
    Operation operation = session.start(UpdateRequest.of(DEPLOYMENT));
    watches.apply(session).follow(operation);
    OperationResult result = session.ending(operation).orElseThrow();
    // The visitor goes on signing: only what was acknowledged before the rows are counted counts.
    int acknowledged = visitor.acknowledged();
    int rows = application.awaitRows(acknowledged);
    return new DemoChapter(release, expected, result, visitor.takeDowntime(), acknowledged, rows);
  }

  private void stay(Answer answer) {
    output.answer(answer);
    output.say("Look around; Ctrl-C ends the demo and removes it.");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      // The visitor has seen enough.
    }
  }
}

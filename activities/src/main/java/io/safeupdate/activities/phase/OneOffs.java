package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Compose.OneOff;
import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Named one-off containers of an operation. The name is the mutex: an attempt after a kill finds
 * the container by it and awaits that one, so a command never runs twice or beside itself.
 */
final class OneOffs {
  /** The label that every container of an operation carries. */
  static final String OPERATION = "safe-update.operation";

  private static final int LOG_LINES = 5_000;

  private final Host host;
  private final Step step;

  OneOffs(Host host, Step step) {
    this.host = host;
    this.step = step;
  }

  /** How a command ended, and what it printed last. */
  record Ended(int exitCode, String log) {
    boolean succeeded() {
      return exitCode == 0;
    }

    /** The last lines, indented under a message. */
    String tail(int lines) {
      List<String> all = log.lines().filter(line -> !line.isBlank()).toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
  }

  /** What to run: a service's image and environment, with another command. */
  record Job(
      String purpose,
      ComposeProject project,
      ComposeModel model,
      String service,
      String image,
      List<String> command,
      Duration limit) {}

  /** Runs a command to its end, or awaits the one that an earlier attempt started. */
  Ended run(Job job, OperationRecord record, Progress progress) {
    start(job, List.of());
    return await(job, record, progress);
  }

  /** Awaits a command that was started. */
  Ended await(Job job, OperationRecord record, Progress progress) {
    String container = name(job.purpose());
    Progress named = message -> progress.report(message.replace(container, job.purpose()));
    int exitCode = host.engine().await(container, job.limit(), named);
    String log = host.engine().logs(container, LOG_LINES);
    new StepLog(record, job.purpose() + "-" + step.round()).write(host.engine(), container);
    return new Ended(exitCode, log);
  }

  /** Starts a command, or finds the one that an earlier attempt started. */
  String start(Job job, List<String> publish) {
    return host.compose()
        .startOneOff(
            job.project(),
            new OneOff(
                name(job.purpose()),
                job.service(),
                job.model().oneOffFile(job.service(), job.image()),
                publish,
                Map.of(OPERATION, step.operation()),
                job.command()));
  }

  String name(String purpose) {
    return "su-" + step.tag() + "-" + purpose + "-" + step.round();
  }

  void remove(String purpose) {
    host.engine().container(name(purpose)).map(Container::id).ifPresent(host.engine()::remove);
  }

  /** Removes the trial containers of an operation; says how many. */
  static int removeTrials(Engine engine, Step step) {
    List<Container> trials =
        engine.labelled(OPERATION, step.operation()).stream()
            .filter(it -> it.name().startsWith("su-" + step.tag() + "-trial-"))
            .toList();
    trials.forEach(it -> engine.remove(it.id()));
    return trials.size();
  }

  /** Removes every container of an operation. */
  static void removeAll(Engine engine, Step step) {
    engine.labelled(OPERATION, step.operation()).forEach(it -> engine.remove(it.id()));
  }
}

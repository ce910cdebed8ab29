package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.config.MigrateConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.Step;
import java.time.Duration;
import java.util.List;

/** Asks the new image which migrations the database lacks; changes nothing. */
final class MigrationPlan {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int TAIL = 20;

  private final Deployment deployment;
  private final Step step;
  private final PreparedImages images;

  MigrationPlan(Deployment deployment, Step step, PreparedImages images) {
    this.deployment = deployment;
    this.step = step;
    this.images = images;
  }

  /** Before the pull: the target's model, its files in the export. */
  PendingMigrations read(
      ComposeModel target, Export export, OperationRecord record, Progress progress) {
    MigrateConfig migrate = deployment.config().migrate();
    if (migrate instanceof MigrateConfig.OnStart) {
      return PendingMigrations.unknown(Migration.ON_START);
    }
    if (migrate instanceof MigrateConfig.Command command) {
      return command.plan().isEmpty()
          ? PendingMigrations.unknown(Migration.COMMAND)
          : PendingMigrations.of(
              ask(
                  command,
                  export.project().named(target.projectName()),
                  export.inPlace(target),
                  record,
                  progress));
    }
    return PendingMigrations.none();
  }

  /** After the pull: the model as it is in the checkout. */
  List<String> stillPending(
      MigrateConfig.Command command,
      ComposeProject project,
      ComposeModel model,
      OperationRecord record,
      Progress progress) {
    return ask(command, project, model, record, progress);
  }

  private List<String> ask(
      MigrateConfig.Command command,
      ComposeProject project,
      ComposeModel model,
      OperationRecord record,
      Progress progress) {
    OneOffs oneOffs = new OneOffs(deployment.host(), step);
    oneOffs.remove("plan");
    OneOffs.Ended ended =
        oneOffs.run(
            new OneOffs.Job(
                "plan",
                project,
                model,
                command.service(),
                image(command.service()),
                command.plan().orElseThrow(),
                limit()),
            record,
            progress);
    oneOffs.remove("plan");
    if (!ended.succeeded()) {
      throw new StepFailure(
          FailureType.MIGRATION_FAILED,
          "The new version cannot tell its pending migrations: %s ended with code %d.%nIts last lines:%n%s"
              .formatted(
                  String.join(" ", command.plan().orElseThrow()),
                  ended.exitCode(),
                  ended.tail(TAIL)));
    }
    return MigrationList.parse(ended.log());
  }

  private Duration limit() {
    Duration longest = deployment.config().update().commandTimeout();
    return longest.compareTo(LIMIT) < 0 ? longest : LIMIT;
  }

  private String image(String service) {
    return images
        .of(service)
        .map(PreparedImage::tag)
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.CONFIG_INVALID,
                    "The target has no service \""
                        + service
                        + "\" to migrate with: correct migrate.service."));
  }
}

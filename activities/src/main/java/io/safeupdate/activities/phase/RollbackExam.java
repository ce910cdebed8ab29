package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.Facts.RecordedDatabase;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.host.RestorePoint.PinnedImage;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.MigrateConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.RollbackRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** There is a restore point to go back to, and all that it names can be had. */
final class RollbackExam implements Examination {
  private final RollbackRequest request;
  private final String tag;

  Optional<RestorePoint> point = Optional.empty();
  Optional<RecordedDatabase> database = Optional.empty();

  /**
   * @param tag makes the name of the export unique to an operation
   */
  RollbackExam(RollbackRequest request, String tag) {
    this.request = request;
    this.tag = tag;
  }

  @Override
  public String name() {
    return "restore point";
  }

  RollbackTarget target() {
    return new RollbackTarget(point.orElseThrow().id(), request.code(), database);
  }

  @Override
  public void examine(Findings findings) {
    if (findings.from().isEmpty() || findings.project().isEmpty()) {
      return;
    }
    point = new RollbackChoice(findings).choose(request);
    point.ifPresent(
        it -> {
          requireSamePlace(findings, it);
          if (request.code()) {
            examineCode(findings, it);
          }
          findings.deployment().config().database().ifPresent(any -> examineData(findings, it));
          findings.ok(name(), it.id() + " of " + it.createdAt());
        });
  }

  /** Containers, volumes and files of another place cannot be had back by it. */
  private void requireSamePlace(Findings findings, RestorePoint it) {
    DeploymentConfig config = findings.deployment().config();
    if (!it.directory().equals(config.directory())
        || !it.project().equals(findings.project().orElseThrow())) {
      refuse(
          findings,
          "%s was taken of project %s in %s, which is not what is configured now."
              .formatted(it.id(), it.project(), it.directory()),
          "Set directory and project as they were, or follow its RECOVER.md.");
    }
    if (!it.composeFiles().equals(config.composeFiles())) {
      findings.warn(
          name(),
          "the configuration names other compose files than " + it.id() + ".",
          "The configured ones are used.");
    }
  }

  private void examineCode(Findings findings, RestorePoint it) {
    Checkout checkout = findings.deployment().checkout();
    String head = findings.from().orElseThrow();
    requireSameBranch(findings, it);
    checkout.describe(it.commit());
    findings.target = Optional.of(new Checkout.RemoteCommit(it.commit(), Optional.empty()));
    findings.changedPaths = checkout.changedPaths(head, it.commit());
    Path directory = findings.deployment().restorePoints().directory(it.id());
    Optional<Path> env = EnvCopy.of(it, directory);
    findings.export = Optional.of(new Export(findings.deployment(), tag, env));
    refuseCollisions(findings, checkout, it.commit());
    warnOfEnv(findings, it);
    warnOfImages(findings, it);
  }

  private void requireSameBranch(Findings findings, RestorePoint it) {
    Optional<String> branch = findings.checkout.flatMap(Checkout.State::branch);
    if (branch.isPresent() && !branch.get().equals(it.branch())) {
      refuse(
          findings,
          "%s is of branch %s, the checkout is on %s."
              .formatted(it.id(), it.branch(), branch.get()),
          "Switch the checkout and the configuration to that branch first.");
    }
  }

  private void refuseCollisions(Findings findings, Checkout checkout, String commit) {
    List<String> collisions =
        findings.checkout.orElseThrow().untracked().stream()
            .filter(findings.changedPaths::contains)
            .filter(path -> checkout.contains(commit, path))
            .toList();
    if (!collisions.isEmpty()) {
      findings.fail(
          FailureType.CHECKOUT_UNUSABLE,
          name(),
          "untracked files are in the way: " + String.join(", ", collisions) + ".",
          "Move them away.");
    }
  }

  private void warnOfEnv(Findings findings, RestorePoint it) {
    if (EnvFiles.comesBack(findings.deployment(), it, it.commit())) {
      findings.warn(
          "env",
          it.envFile().orElseThrow() + " has changed since: it comes back as it was then.",
          "What it is now is kept in the new restore point.");
    }
  }

  private void warnOfImages(Findings findings, RestorePoint it) {
    String gone =
        it.images().stream()
            .filter(image -> !isDatabase(findings, image))
            .filter(image -> !isPresent(findings, image))
            .map(PinnedImage::service)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!gone.isEmpty()) {
      findings.warn(
          "images",
          "somebody pruned the images of " + gone + ".",
          "They are built or pulled again from the recorded commit, which may not give the same.");
    }
  }

  static boolean isPresent(Findings findings, PinnedImage image) {
    Engine engine = findings.host().engine();
    return engine.image(image.id()).isPresent();
  }

  /** It keeps the image that it runs. */
  private static boolean isDatabase(Findings findings, PinnedImage image) {
    return findings.deployment().isDatabase(image.service());
  }

  private void examineData(Findings findings, RestorePoint it) {
    if (findings.database.isEmpty()) {
      return;
    }
    if (request.database()) {
      database = new RecordedDatabases(findings.deployment(), it.project()).of(it);
      if (database.isEmpty()) {
        refuse(
            findings,
            "neither a copy nor the backup of %s is there any more%s."
                .formatted(it.id(), it.backup().map(file -> " (" + file.name() + ")").orElse("")),
            "Put the backup back under its name, choose another restore point, or add --code-only.");
      }
    }
    if (!request.code() || !request.database()) {
      requireFit(findings, it);
    }
  }

  private void requireFit(Findings findings, RestorePoint it) {
    Optional<Fingerprint> recorded = it.fingerprint();
    if (recorded.isEmpty()) {
      return;
    }
    String live = findings.database.orElseThrow().name();
    Fingerprint now =
        findings.deployment().postgres(it.project()).fingerprint(live, Counts.ESTIMATED);
    SchemaFit fit =
        request.code() ? new SchemaFit(recorded.get(), now) : new SchemaFit(now, recorded.get());
    fit.misfit()
        .ifPresent(
            how -> {
              if (isHopeless(findings, fit)) {
                refuse(
                    findings,
                    how
                        + ", and the application would migrate it when it starts, with no way back.",
                    "Use update, or go back with the database.");
              } else if (request.forced()) {
                findings.warn("schema", how + ".", "It was asked for all the same.");
              } else {
                refuse(findings, how + ".", "Go back with both, or add --force.");
              }
            });
  }

  /** The live database would be changed for good by what starts on it. */
  private boolean isHopeless(Findings findings, SchemaFit fit) {
    return request.code()
        && fit.mayMigrate()
        && findings.deployment().config().migrate() instanceof MigrateConfig.OnStart;
  }

  private void refuse(Findings findings, String message, String remedy) {
    findings.fail(FailureType.PREFLIGHT_FAILED, name(), message, remedy);
  }
}

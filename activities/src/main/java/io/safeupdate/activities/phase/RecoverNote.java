package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.CheckoutCopy;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.words.ShellWord;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** How to get back without Safe Update, in plain shell commands. */
final class RecoverNote {
  private static final String TEXT =
      """
      # Back to %s without Safe Update

      Deployment `%s`, commit `%s` (%s), recorded %s.
      Needed: git, docker with Compose v2. Run the commands in this order.

      ```sh
      cd %s

      # 1. Nothing may write while the database is brought back.
      %s

      # 2. The code, on its branch. Local changes are put aside first.
      git stash --include-untracked || true
      git checkout %s
      git reset --hard %s

      %s
      # 3. The env file as it was.
      %s

      # 4. The images as they were, nothing is built.
      %s

      # 5. The database as it was, if the new version migrated it.
      %s

      # 6. The old version, made anew: a container that was stopped may have lost its restart policy.
      %s up -d --no-build --force-recreate %s
      # 7. If Safe Update refuses to go on because an operation was left half-way:
      # rm %s
      ```
      """;

  private final RestorePoint point;
  private final Deployment deployment;
  private final Optional<LiveDatabase> live;

  private RecoverNote(RestorePoint point, Deployment deployment, Optional<LiveDatabase> live) {
    this.point = point;
    this.deployment = deployment;
    this.live = live;
  }

  static void write(RestorePoint point, Deployment deployment, Optional<LiveDatabase> live) {
    Path file = deployment.restorePoints().directory(point.id()).resolve("RECOVER.md");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, new RecoverNote(point, deployment, live).text());
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, "Writing " + file + " failed: " + e.getMessage(), e);
    }
  }

  private String text() {
    return TEXT.formatted(
        point.id(),
        point.deployment(),
        point.commit(),
        Shown.line(point.subject()),
        point.createdAt(),
        ShellWord.of(point.directory().toString()),
        stop(),
        ShellWord.of(point.branch()),
        point.commit(),
        point.checkout().map(this::files).orElse(""),
        env(),
        images(),
        database(),
        compose(),
        services(),
        ShellWord.of(deployment.lock().file().toString()));
  }

  private String files(CheckoutCopy copy) {
    return new CheckoutNote(new CheckoutCopies(deployment, point.id()).files(), copy).text();
  }

  private String compose() {
    String files =
        point.composeFiles().stream()
            .map(file -> " -f " + ShellWord.of(file.toString()))
            .collect(Collectors.joining());
    String env =
        point.envFile().map(file -> " --env-file " + ShellWord.of(file.toString())).orElse("");
    return "docker compose -p "
        + ShellWord.of(point.project())
        + " --project-directory ."
        + files
        + env;
  }

  /** Everything but the database stops. */
  private String stop() {
    return compose() + " stop " + services();
  }

  private String services() {
    Optional<String> database = live.map(LiveDatabase::service);
    return point.images().stream()
        .map(RestorePoint.PinnedImage::service)
        .filter(service -> !database.equals(Optional.of(service)))
        .distinct()
        .collect(Collectors.joining(" ", "-- ", ""));
  }

  private String env() {
    Path copy = deployment.restorePoints().directory(point.id()).resolve("env");
    return point
        .envFile()
        .map(file -> "cp " + ShellWord.of(copy.toString()) + " " + ShellWord.of(file.toString()))
        .orElse("# (none)");
  }

  private String images() {
    return point.images().stream()
        .filter(image -> !image.reference().isEmpty())
        .map(image -> "docker tag " + image.pin() + " " + ShellWord.of(image.reference()))
        .collect(Collectors.joining("\n"));
  }

  /** In comments, because most updates that fail never touched the database. */
  private String database() {
    if (live.isEmpty()) {
      return "# (this deployment has none)";
    }
    DatabaseNote note =
        new DatabaseNote(compose(), deployment.databaseConfig(), live.orElseThrow().name());
    String copy = point.snapshot().map(note::bySnapshot).orElse("");
    String backup = point.backup().map(note::byBackup).orElse("");
    return "#    If nothing was migrated, leave the database alone. Else run one of these.\n"
        + copy
        + backup;
  }
}

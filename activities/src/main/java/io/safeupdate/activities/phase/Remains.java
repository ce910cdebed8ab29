package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.DatabaseNames;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.JsonFile;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ended operations left because their own cleaning up failed: prepared images, and copies of
 * the database that no restore point names. What a person was left with is evidence and stays.
 */
final class Remains {
  private final Deployment deployment;

  Remains(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Takes our tags off the images; says how many. */
  int untag() {
    return Prepares.untag(deployment, tags());
  }

  /** Drops the copies; says which. */
  List<String> dropCopies(Postgres postgres) {
    Set<String> needed =
        deployment.restorePoints().all().stream()
            .flatMap(point -> point.snapshot().stream())
            .map(SnapshotTaken::database)
            .collect(Collectors.toSet());
    Set<String> there = postgres.databases().keySet();
    List<String> left =
        tags().stream()
            .map(tag -> new DatabaseNames(tag).snapshot())
            .filter(name -> there.contains(name) && !needed.contains(name))
            .toList();
    left.forEach(postgres::dropIfOurs);
    return left;
  }

  /** Short ids of the operations that have ended, and not by leaving everything to a person. */
  private Set<String> tags() {
    return operations().stream()
        .filter(this::isOver)
        .map(operation -> new Step("", operation, deployment.name(), "", 1).tag())
        .collect(Collectors.toSet());
  }

  private List<String> operations() {
    Path records = deployment.host().state().operations(deployment.name());
    try (Stream<Path> directories = Files.list(records)) {
      return directories.map(directory -> directory.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new StepFailure(
          FailureType.PRECONDITION_FAILED, "Cannot list " + records + ": " + e.getMessage(), e);
    }
  }

  private boolean isOver(String operation) {
    Path receipt = deployment.host().state().receipts().resolve(operation + ".json");
    return new JsonFile(receipt)
        .read(OperationResult.class)
        .filter(result -> result.outcome() != Outcome.NEEDS_ATTENTION)
        .isPresent();
  }
}

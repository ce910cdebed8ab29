package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** There is room for the new images, the backup and our own notes, with a margin. */
final class DiskExam implements Examination {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final long IMAGE_MARGIN = 1024 * MEBIBYTE;
  private static final long DUMP_MARGIN = 32 * MEBIBYTE;
  private static final long NOTES = 64 * MEBIBYTE;
  private static final double GROWTH = 1.5;

  /** A dump is compressed text without indexes: less than this share of the database. */
  private static final double DUMP_SHARE = 0.25;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public void examine(Findings findings) {
    if (!findings.isBehind()) {
      return;
    }
    local(findings.host().state().root())
        .ifPresent(free -> need(findings, "state directory", NOTES, free));
    local(Path.of(findings.host().engine().info().rootDirectory()))
        .ifPresent(free -> need(findings, "images", images(findings), free));
    findings.database.ifPresent(live -> backup(findings, live));
  }

  /** Every image once more, and half as much again. */
  private static long images(Findings findings) {
    long built =
        findings.containers.stream()
            .filter(it -> isBuilt(findings, it.service()))
            .map(it -> findings.host().engine().image(it.imageId()))
            .flatMap(Optional::stream)
            .filter(Objects::nonNull)
            .mapToLong(Engine.Image::bytes)
            .max()
            .orElse(0);
    return (long) (built * GROWTH) + IMAGE_MARGIN;
  }

  private static boolean isBuilt(Findings findings, Optional<String> service) {
    return service
        .flatMap(name -> findings.current.map(model -> model.services().get(name)))
        .filter(it -> it.isBuilt())
        .isPresent();
  }

  private void backup(Findings findings, LiveDatabase live) {
    String directory = findings.deployment().databaseConfig().directory();
    long free =
        findings.deployment().postgres(findings.project().orElseThrow()).freeBytes(directory);
    need(findings, "backups", (long) (live.bytes() * DUMP_SHARE) + DUMP_MARGIN, free);
  }

  private void need(Findings findings, String where, long needed, long free) {
    findings.disk.add(new DiskNeed(where, needed, free));
    if (free >= needed) {
      findings.ok(
          name(), where + ": " + Bytes.words(free) + " free, " + Bytes.words(needed) + " needed");
    } else {
      findings.fail(
          FailureType.DISK_FULL,
          name(),
          "%s: %s free, %s needed.".formatted(where, Bytes.words(free), Bytes.words(needed)),
          "Make room: docker image prune removes images that nothing names; old backups can go.");
    }
  }

  /** Free bytes of a directory of this host; empty where the engine is elsewhere. */
  private static Optional<Long> local(Path directory) {
    Path existing = directory;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      return existing == null
          ? Optional.empty()
          : Optional.of(Files.getFileStore(existing).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.words.Amounts;
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
  private static final String PRUNE =
      "Make room there: docker image prune removes images that nothing names.";

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
    Path state = findings.host().state().root();
    local(state).ifPresent(free -> need(findings, stateNeed(state, free), PRUNE));
    Path images = Path.of(findings.host().engine().info().rootDirectory());
    local(images).ifPresent(free -> need(findings, imageNeed(findings, images, free), PRUNE));
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
    String where = "backups (%s in service %s)".formatted(directory, live.service());
    long needed = (long) (live.bytes() * DUMP_SHARE) + DUMP_MARGIN;
    need(
        findings,
        new DiskNeed(where, needed, free),
        "Make room there: remove old backups, or enlarge the volume.");
  }

  private static DiskNeed stateNeed(Path state, long free) {
    return new DiskNeed("state directory (" + state + ")", NOTES, free);
  }

  private static DiskNeed imageNeed(Findings findings, Path root, long free) {
    return new DiskNeed("images (" + root + ")", images(findings), free);
  }

  private void need(Findings findings, DiskNeed need, String remedy) {
    findings.disk.add(need);
    String words =
        "%s: %s free, %s needed"
            .formatted(need.where(), Amounts.bytes(need.free()), Amounts.bytes(need.needed()));
    if (need.free() >= need.needed()) {
      findings.ok(name(), words);
    } else {
      findings.fail(FailureType.DISK_FULL, name(), words + ".", remedy);
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

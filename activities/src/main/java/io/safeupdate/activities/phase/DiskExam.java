package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Room;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.host.Reserve;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** There is room for the new images, the backup and our own notes, with a margin. */
final class DiskExam implements Examination {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final long IMAGE_MARGIN = 1024 * MEBIBYTE;
  private static final long DUMP_MARGIN = 32 * MEBIBYTE;
  private static final long NOTES = 64 * MEBIBYTE + Reserve.SIZE;
  private static final String PRUNE =
      "Make room there: docker image prune removes images that nothing names.";

  private static final String REMOVE =
      "Make room there: remove old backups, or enlarge the volume.";

  private static final String SMALLER =
      "Make room there, take out of the checkout what need not come back, or set update.checkout to git.";

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
    List<SpaceNeed> needs = new ArrayList<>();
    Path state = findings.host().state().root();
    findings
        .checkoutSize
        .flatMap(size -> SpaceNeed.local("copy of the checkout", state, size::room, SMALLER))
        .ifPresent(needs::add);
    Path images = Path.of(findings.host().engine().info().rootDirectory());
    SpaceNeed.local("state directory", state, () -> NOTES, PRUNE).ifPresent(needs::add);
    Optional<SpaceNeed> ofImages = SpaceNeed.local("images", images, () -> images(findings), PRUNE);
    ofImages.ifPresent(needs::add);
    findings.database.map(live -> backup(findings, live, ofImages)).ifPresent(needs::add);
    needs.forEach(need -> confirm(findings, need));
    confirmTogether(findings, needs);
  }

  /** The largest of what is built once more, and half as much again. */
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

  private SpaceNeed backup(Findings findings, LiveDatabase live, Optional<SpaceNeed> images) {
    DatabaseConfig config = findings.deployment().databaseConfig();
    String directory = config.directory();
    Postgres postgres = findings.deployment().postgres(findings.project().orElseThrow());
    if (config.hasBackupCommand()) {
      postgres.freeBytes(directory); // Its scripts expect it to be there; our own dump makes it.
    }
    Room room = postgres.roomNear(directory);
    if (!room.onVolume()) {
      findings.warn(
          name(),
          "no volume is mounted at %s in service %s: backups there go with its container."
              .formatted(directory, live.service()),
          "Mount one.");
    }
    OptionalLong device = room.onVolume() ? room.device() : device(images);
    String where = "backups (%s in service %s)".formatted(directory, live.service());
    long needed = (long) (live.bytes() * DUMP_SHARE) + DUMP_MARGIN;
    return new SpaceNeed(new DiskNeed(where, needed, room.freeBytes()), device, REMOVE);
  }

  /** Containers keep what they write where their images are. */
  private static OptionalLong device(Optional<SpaceNeed> images) {
    return images.map(SpaceNeed::device).orElse(OptionalLong.empty());
  }

  private void confirm(Findings findings, SpaceNeed need) {
    DiskNeed disk = need.disk();
    findings.disk.add(disk);
    String words = disk.where() + ": " + amounts(disk.free(), disk.needed());
    if (need.fits()) {
      findings.ok(name(), words);
    } else {
      findings.fail(FailureType.DISK_FULL, name(), words + ".", need.remedy());
    }
  }

  /** What each alone has room for may be too much for the file system that they share. */
  private void confirmTogether(Findings findings, List<SpaceNeed> needs) {
    for (DiskNeed all : SpaceNeed.tooMuchTogether(needs)) {
      String words = amounts(all.free(), all.needed());
      findings.fail(
          FailureType.DISK_FULL,
          name(),
          "%s are on one file system: %s in all.".formatted(all.where(), words),
          PRUNE);
    }
  }

  private static String amounts(long free, long needed) {
    return Amounts.bytes(free) + " free, " + Amounts.bytes(needed) + " needed";
  }
}

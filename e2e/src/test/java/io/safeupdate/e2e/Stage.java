package io.safeupdate.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What cells of the fault matrix play on: a running application, its host, and its faults. */
final class Stage implements AutoCloseable {
  /** A killed worker is noticed after a sixth of this. */
  private static final String PATIENT = "update: {stepTimeout: PT1M}";

  private static final String HASTY = "update: {stepTimeout: PT30S}";

  /** By then a fault that kills has struck. */
  private static final Duration KILL = Duration.ofMinutes(3);

  /** What cells leave on purpose must not pile up. */
  private static final String RETENTION =
      "    retention: {restorePoints: 3, backups: 3, abandonedDatabases: PT1M}\n";

  final GuestBook book;
  final Host host;
  final Faults faults;
  final NumberedReleases releases;
  private Optional<OwnEngine> engine = Optional.empty();
  private Optional<OwnDisk> disk = Optional.empty();

  private Stage(Path directory, String project) {
    book = GuestBook.started(directory.resolve("app"), project);
    releases = new NumberedReleases(book);
    faults = Faults.in(directory);
    host = new Host(directory.resolve("host")).with("production", book, PATIENT);
    host.writeConfig(host.configText().replace("soak: PT2S", "soak: PT1S") + RETENTION);
    host.meeting(faults).up();
  }

  static Stage set(Path directory, String project) {
    return new Stage(directory, project);
  }

  /** With an engine that may be restarted. */
  Stage restarting(OwnEngine restarted) {
    engine = Optional.of(restarted);
    return this;
  }

  OwnEngine engine() {
    return engine.orElseThrow(() -> new AssertionError("the machine's engine is not to restart"));
  }

  /** With a disk that may be filled. */
  Stage on(OwnDisk filled) {
    disk = Optional.of(filled);
    return this;
  }

  OwnDisk disk() {
    return disk.orElseThrow(() -> new AssertionError("the machine's disk is not to be filled"));
  }

  /** Lets steps take so short that one that hangs is not waited for long. */
  void hasty(boolean isHasty) {
    String config = host.configText();
    host.writeConfig(isHasty ? config.replace(PATIENT, HASTY) : config.replace(HASTY, PATIENT));
  }

  /** Starts again what faults kill, so often. */
  void upAfterKills(int kills) {
    for (int kill = 0; kill < kills; kill++) {
      Eventually.holds(KILL, () -> !host.isUp());
      host.up();
    }
  }

  /** Ends what runs; the directory stays, it is evidence. */
  @Override
  public void close() {
    if (!host.isUp()) {
      host.up();
    }
    host.close();
    book.close();
  }
}

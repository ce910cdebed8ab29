package io.safeupdate.e2e;

import java.nio.file.Path;

/** What the cells of the matrix play on: a running application, its host, and what may befall. */
final class Stage implements AutoCloseable {
  private static final String PATIENT = "update: {stepTimeout: PT6H}";
  private static final String HASTY = "update: {stepTimeout: PT30S}";

  final GuestBook book;
  final Host host;
  final Faults faults;
  final NumberedReleases releases;
  final OwnEngine engine;

  private Stage(Path directory, OwnEngine engine) {
    this.engine = engine;
    book = GuestBook.started(directory.resolve("app"), "su-matrix");
    releases = new NumberedReleases(book);
    faults = Faults.in(directory);
    host = new Host(directory.resolve("host")).with("production", book, PATIENT);
    host.writeConfig(host.configText().replace("soak: PT2S", "soak: PT1S") + RETENTION);
    host.meeting(faults).up();
  }

  /** Databases that cells abandoned must not pile up. */
  private static final String RETENTION =
      "    retention: {restorePoints: 3, backups: 3, abandonedDatabases: PT1M}\n";

  static Stage set(Path directory, OwnEngine engine) {
    return new Stage(directory, engine);
  }

  /** Lets each step take so long that only a defect makes it longer, or so short that one waits. */
  void hasty(boolean isHasty) {
    String config = host.configText();
    host.writeConfig(isHasty ? config.replace(PATIENT, HASTY) : config.replace(HASTY, PATIENT));
  }

  /** Ends what runs; the directory stays, it is evidence. */
  @Override
  public void close() {
    host.kill();
    host.killTemporal();
    book.close();
  }
}

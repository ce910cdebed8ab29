package io.safeupdate.activities.database;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The PostgreSQL server of a deployment, and its live database.
 *
 * <p>Every deed may be repeated after it was killed at any moment: the repeat finds what was done
 * and does the rest. Failures are {@code StepFailure}s: {@code DatabaseFailed} when the server does
 * not answer or refuses, {@code DiskFull}, {@code PreconditionFailed} when something is not there.
 */
public final class Postgres {
  private final Access access;
  private final Psql psql;
  private final Limits limits;
  private final Catalogue catalogue;
  private final Copies copies;
  private final Swaps swaps;
  private final Fingerprints fingerprints;
  private final Space space;

  public Postgres(Shell shell, Access access) {
    this(shell, access, Limits.DEFAULT);
  }

  public Postgres(Shell shell, Access access, Limits limits) {
    this.access = access;
    this.psql = new Psql(shell, access);
    this.limits = limits;
    this.catalogue = new Catalogue(psql);
    this.copies = new Copies(psql, limits);
    this.swaps = new Swaps(psql, catalogue, limits);
    this.fingerprints = new Fingerprints(psql, limits);
    this.space = new Space(psql);
  }

  /** Whether the server answers, and is not just filling a new cluster. */
  public boolean isReady() {
    return catalogue.isReady();
  }

  /** The server and its live database. */
  public Live live() {
    String name = liveName();
    return catalogue.live(name).orElseThrow(() -> missing(name));
  }

  /** The database that the application uses. Asks the container only, not the server. */
  public String liveName() {
    return access.database().orElseGet(catalogue::liveName);
  }

  /** What a database takes on disk. */
  public long bytes(String database) {
    return catalogue.bytes(database).orElseThrow(() -> missing(database));
  }

  /** The server's databases and their OIDs, templates apart. */
  public SortedMap<String, Long> databases() {
    return catalogue.databases();
  }

  /** Whether the user may copy, rename and drop the live database. */
  public boolean mayCreateDatabases() {
    return catalogue.mayCreateDatabases(liveName());
  }

  /** The role that owns most tables of the live database, or the database where it has none. */
  public String tableOwner() {
    return catalogue.tableOwner(liveName());
  }

  /**
   * Runs SQL that a person wrote in a database that an operation restored, in one transaction and
   * once only: a repeat finds that it was done. It may have neither statements about transactions
   * nor psql's own commands.
   *
   * @param step that restored the database
   * @throws StepFailure {@code DatabaseFailed} when a statement fails; nothing was changed then
   */
  public void runOnce(String database, String sql, String step) {
    requireOurs(database);
    new PersonalSql(psql, catalogue, limits).run(database, sql, step);
  }

  /** Sessions of clients in a database. */
  public int sessions(String database) {
    return catalogue.sessions(database, "%");
  }

  /** Whether a database lets clients in; false also when it is not there. */
  public boolean acceptsConnections(String database) {
    return catalogue.acceptsConnections(database);
  }

  /** Lets clients in again, where a deed that was killed did not get to it. */
  public void allowConnections(String database) {
    copies.allowConnections(database);
  }

  /** Room on the file system of a path in the container, in bytes. */
  public long freeBytes(String path) {
    return space.at(path);
  }

  /** The file system of a path in the container, which need not be there. */
  public Room roomNear(String path) {
    return space.near(path);
  }

  /** Room where the server keeps its databases, in bytes. */
  public long freeDataBytes() {
    return space.ofData();
  }

  /**
   * Copies the live database beside itself, with its owner, settings and privileges. Nobody can use
   * the live database meanwhile; its sessions are ended. A complete copy of the same step is kept,
   * anything less is made anew.
   *
   * @param copy its name, of {@link DatabaseNames}
   * @param step written into the copy as its mark of completeness
   * @return its OID
   */
  public long copy(String copy, String step, Progress progress) {
    requireOurs(copy);
    String live = liveName();
    String what = "copying " + live + ", " + Amounts.bytes(bytes(live));
    new Watch(progress).over(() -> copies.copy(live, copy, step), () -> what);
    return catalogue.completed(copy, step).orElseThrow(() -> missing(copy));
  }

  /**
   * Copies another database than the live one, such as a copy that an operation made earlier, in
   * the same way. The source is not changed.
   *
   * @param source its name
   * @param copy its name, of {@link DatabaseNames}
   * @param step written into the copy as its mark of completeness
   * @return its OID
   */
  public long copyOf(String source, String copy, String step, Progress progress) {
    requireOurs(copy);
    String what = "copying " + source + ", " + Amounts.bytes(bytes(source));
    new Watch(progress).over(() -> copies.copy(source, copy, step), () -> what);
    return catalogue.completed(copy, step).orElseThrow(() -> missing(copy));
  }

  /** Ends such a copy that nobody waits for any more; the server removes its part. */
  public void endCopyingOf(String source) {
    copies.end(source);
    copies.allowConnections(source);
  }

  /**
   * Ends a copy of the live database that nobody waits for any more; the server removes its part.
   */
  public void endCopying() {
    copies.end(liveName());
  }

  /**
   * Gives the live database's name to another one, by two renames in one transaction. Sessions in
   * both are ended. Drops nothing.
   *
   * @return the name of what was live, unless nothing was
   * @throws StepFailure {@code PreconditionFailed}: nothing was changed
   */
  public Optional<String> swapIn(Swap swap) {
    return swaps.swapIn(liveName(), swap);
  }

  /** The databases that {@link #swapIn} took out of use, oldest first. */
  public List<Abandoned> abandoned() {
    return swaps.abandoned(liveName());
  }

  /** Drops a database that {@link #swapIn} took out of use; no-op when it is gone. */
  public void dropAbandoned(String name) {
    boolean known = abandoned().stream().anyMatch(one -> one.name().equals(name));
    if (known) {
      copies.drop(liveName(), name);
    } else if (catalogue.bytes(name).isPresent()) {
      throw notOurs(name);
    }
  }

  /**
   * Drops a database that an operation made, complete or not; no-op when it is gone.
   *
   * @throws StepFailure {@code PreconditionFailed} when it may be somebody else's, or is live
   */
  public void dropIfOurs(String name) {
    requireOurs(name);
    copies.drop(liveName(), name);
    if (catalogue.bytes(name).isPresent()) {
      throw notOurs(name);
    }
  }

  /** The latest rows of the tables in which the live database notes its migrations, by table. */
  public Map<String, List<String>> migrations() {
    return new MigrationTables(psql).latest(liveName());
  }

  /** What a database holds. Counts that would take too long become estimates. */
  public Fingerprint fingerprint(String database, Counts counts) {
    return fingerprints.take(database, counts);
  }

  /** Counts the live database's rows before a backup of it is made. */
  public Census censusBefore() {
    return fingerprints.census(liveName(), true);
  }

  /** Counts the live database's rows once a backup of it is made. */
  public Census censusAfter() {
    return fingerprints.census(liveName(), false);
  }

  /** What an abandoned database has more than the live one. */
  public MoreRows moreRows(String abandoned, String live) {
    return fingerprints.moreRows(abandoned, live);
  }

  /** Makes an empty database like the live one, unless it is there and complete. */
  void create(String name, String step) {
    requireOurs(name);
    copies.create(liveName(), name, step);
  }

  Psql psql() {
    return psql;
  }

  Limits limits() {
    return limits;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  private static void requireOurs(String name) {
    if (!DatabaseNames.areOurs(name)) {
      throw notOurs(name);
    }
  }

  private static StepFailure missing(String database) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "There is no database %s on the server. See what there is with `psql -l`."
            .formatted(database));
  }

  private static StepFailure notOurs(String name) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "Database %s was left alone: Safe Update did not make it, or it is live.".formatted(name));
  }
}

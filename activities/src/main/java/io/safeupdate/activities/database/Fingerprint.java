package io.safeupdate.activities.database;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database was at one moment, to tell later whether another one is the same.
 *
 * @param serverVersion as PostgreSQL words it
 * @param oid which of the server's databases, under any name
 * @param tables rows per user table, by {@code schema.table} quoted as in SQL; without tables of
 *     extensions
 * @param counts how {@link #tables} were counted
 * @param schemaHash of columns, constraints and indexes; survives a dump and its restore
 * @param migrations what {@code django_migrations} lists, in its order; empty without that table
 */
public record Fingerprint(
    String serverVersion,
    String database,
    long oid,
    SortedMap<String, Long> tables,
    Counts counts,
    String schemaHash,
    List<Migration> migrations) {

  public Fingerprint {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    migrations = List.copyOf(migrations);
  }

  /**
   * Whether another database's content differs, and how: the first few differences in words. Names,
   * OIDs and server versions do not count, rows only where both were counted one by one.
   */
  public Optional<String> difference(Fingerprint other) {
    return new Differences(this, other).inWords();
  }

  /** The same without the numbers of rows being held to be exact. */
  Fingerprint uncounted() {
    return new Fingerprint(
        serverVersion, database, oid, tables, Counts.ESTIMATED, schemaHash, migrations);
  }

  /** A migration that Django has applied. */
  public record Migration(String app, String name) {
    @Override
    public String toString() {
      return app + "." + name;
    }
  }
}

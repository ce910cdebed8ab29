package io.safeupdate.activities.database;

import io.safeupdate.activities.words.Amounts;

/**
 * A backup that was read from its first to its last byte and is whole: not truncated, with the line
 * that pg_dump writes when it is done.
 *
 * @param sha256 of the file, in hex
 * @param major the major version of the server that was dumped; 0: the dump does not say
 */
public record BackupCheck(
    String name, long bytes, String sha256, Format format, boolean compressed, int major) {

  /** Digits of the hash that people see; the restore point has them all. */
  private static final int SHOWN = 12;

  /** How a dump is written. */
  public enum Format {
    /** SQL text. */
    PLAIN,
    /** The custom format of {@code pg_dump -Fc}. */
    CUSTOM
  }

  /** Such as {@code a.sql.gz, 1.2 MB, complete, SHA-256 0a1b…}. */
  public String inWords() {
    return "%s, %s, complete, SHA-256 %s…"
        .formatted(name, Amounts.bytes(bytes), sha256.substring(0, SHOWN));
  }
}

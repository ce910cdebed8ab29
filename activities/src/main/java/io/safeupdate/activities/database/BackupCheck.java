package io.safeupdate.activities.database;

/**
 * A backup that was read from its first to its last byte and is whole: not truncated, with the line
 * that pg_dump writes when it is done.
 *
 * @param sha256 of the file, in hex
 */
public record BackupCheck(
    String name, long bytes, String sha256, Format format, boolean compressed) {

  /** How a dump is written. */
  public enum Format {
    /** SQL text. */
    PLAIN,
    /** The custom format of {@code pg_dump -Fc}. */
    CUSTOM
  }

  /** Such as {@code a.sql.gz, 1.2 MB, complete, SHA-256 0a1b…}. */
  public String inWords() {
    return "%s, %s, complete, SHA-256 %s".formatted(name, Bytes.inWords(bytes), sha256);
  }
}

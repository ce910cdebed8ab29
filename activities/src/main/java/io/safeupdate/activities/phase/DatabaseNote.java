package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.activities.words.ShellWord;
import io.safeupdate.config.DatabaseConfig;
import java.util.stream.Collectors;

/**
 * The part of {@link RecoverNote} that brings the database back, as comments to choose from.
 *
 * @param compose how Compose is called
 * @param live the name of the live database
 */
record DatabaseNote(String compose, DatabaseConfig config, String live) {

  String bySnapshot(SnapshotTaken copy) {
    return "#    Put the copy that was made before the migration into its place; it has every row:\n"
        + commented(
            "%s %s %s".formatted(psql(), setAside(), statement(rename(copy.database(), live))))
        + "\n";
  }

  String byBackup(VerifiedBackup backup) {
    return "#    Restore the backup (SHA-256 %s):%n".formatted(backup.sha256())
        + commented(config.hasBackupCommand() ? byCommand(backup) : byPsql(backup));
  }

  /** Names may hold line ends: what follows one must not run by itself. */
  private static String commented(String command) {
    return "# " + command.replace("\n", "\n# ");
  }

  private String byCommand(VerifiedBackup backup) {
    return "%s run --rm -- %s %s"
        .formatted(
            compose,
            config.service(),
            config.restore(backup.name()).stream()
                .map(ShellWord::of)
                .collect(Collectors.joining(" ")));
  }

  /** Into a database of its own beside the one that is set aside; the dump brings the owners. */
  private String byPsql(VerifiedBackup backup) {
    String file = config.directory() + "/" + backup.name();
    String restore =
        "gzip -t \"$0\" && gzip -dc \"$0\" | psql -X -q -1 -v ON_ERROR_STOP=1 -U "
            + user()
            + " -d \"$1\"";
    return """
        %s %s %s && \\
          %s sh -c %s %s %s"""
        .formatted(
            psql(),
            setAside(),
            statement("CREATE DATABASE %s TEMPLATE template0".formatted(identifier(live))),
            exec(),
            ShellWord.of(restore),
            ShellWord.of(file),
            ShellWord.of(live));
  }

  private String psql() {
    String script = "psql -X -v ON_ERROR_STOP=1 -U " + user() + " -d postgres \"$@\"";
    return exec() + " sh -c " + ShellWord.of(script) + " psql";
  }

  private String exec() {
    return compose + " exec -T -- " + config.service();
  }

  private String user() {
    return config.user().map(ShellWord::of).orElse("\"$POSTGRES_USER\"");
  }

  private String setAside() {
    return statement(rename(live, "set_aside_" + live));
  }

  private static String rename(String from, String to) {
    return "ALTER DATABASE %s RENAME TO %s".formatted(identifier(from), identifier(to));
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String statement(String sql) {
    return "-c " + ShellWord.of(sql);
  }
}

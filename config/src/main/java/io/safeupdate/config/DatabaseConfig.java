package io.safeupdate.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL service of a deployment, and the application's own scripts in it.
 *
 * @param service the compose service
 * @param backup makes a backup in {@code directory}; run in the service's container; empty: Safe
 *     Update dumps the database there itself
 * @param backups lists the backups
 * @param restore replaces the database by the backup whose file name stands for {@code {backup}};
 *     used with {@link UpdateConfig.RestoreMode#COMMAND} only
 * @param directory where the backups are, inside the container
 * @param name the database; empty: the container's {@code POSTGRES_DB}
 * @param user the role that owns it; empty: the container's {@code POSTGRES_USER}
 * @param afterCopy a file of the host with SQL that a copy of another deployment's database goes
 *     through before it takes this one's place; absolute
 */
public record DatabaseConfig(
    String service,
    List<String> backup,
    List<String> backups,
    List<String> restore,
    String directory,
    Optional<String> name,
    Optional<String> user,
    Optional<Path> afterCopy) {
  private static final String PLACEHOLDER = "{backup}";

  public DatabaseConfig {
    backup = List.copyOf(backup);
    backups = List.copyOf(backups);
    restore = List.copyOf(restore);
  }

  /** The scripts that cookiecutter-django's PostgreSQL service comes with. */
  public static DatabaseConfig of(String service) {
    return new DatabaseConfig(
        service,
        List.of("backup"),
        List.of("backups"),
        List.of("restore", PLACEHOLDER),
        "/backups",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the application brings a backup command; if not, backups are our own dumps. */
  public boolean hasBackupCommand() {
    return !backup.isEmpty();
  }

  /** The restore command for one backup. */
  public List<String> restore(String backupFile) {
    return restore.stream().map(word -> word.replace(PLACEHOLDER, backupFile)).toList();
  }

  static Optional<DatabaseConfig> read(Section section) {
    Optional<String> service = section.required("service", NameRule.SERVICE);
    DatabaseConfig defaults = of(service.orElse(""));
    DatabaseConfig read =
        new DatabaseConfig(
            defaults.service,
            section.commandOrNone("backup").orElse(defaults.backup),
            section.commandOrNone("backups").orElse(defaults.backups),
            section.command("restore").orElse(defaults.restore),
            section.optional("directory", Parsers::containerPath).orElse(defaults.directory),
            section.optional("name", Parsers::text),
            section.optional("user", Parsers::text),
            section.optional("afterCopy", section.paths()));
    if (read.restore.stream().noneMatch(word -> word.contains(PLACEHOLDER))) {
      section.reject("restore", "does not say which backup", "add \"" + PLACEHOLDER + "\" to it");
    }
    return service.map(it -> read);
  }
}

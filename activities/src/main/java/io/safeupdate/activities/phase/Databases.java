package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Access;
import io.safeupdate.activities.database.BackupFiles;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.database.Shell;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.config.DatabaseConfig;

/** Opens the database layer on a running container. */
final class Databases {
  private Databases() {}

  static Postgres open(Engine engine, String container, DatabaseConfig config) {
    return new Postgres(shell(engine, container), new Access(config.name(), config.user()));
  }

  static BackupFiles backups(Engine engine, String container, DatabaseConfig config) {
    return new BackupFiles(open(engine, container, config), config.directory());
  }

  private static Shell shell(Engine engine, String container) {
    return (argv, environment, limit) -> engine.exec(container, argv, environment, limit);
  }
}

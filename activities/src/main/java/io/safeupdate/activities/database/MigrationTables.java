package io.safeupdate.activities.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables in which frameworks note the migrations they applied. Reads only. */
final class MigrationTables {
  /** A running migration may hold the table: who asks here has no time to wait for it. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Alembic, Django, Flyway, Goose, Knex, Laravel and TypeORM, Liquibase, Prisma, Rails. */
  private static final Sql TABLES =
      Sql.of(
          """
          SELECT nspname, relname
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
           WHERE relkind = 'r' AND has_table_privilege(pg_class.oid, 'SELECT')
             AND relname IN ('alembic_version', 'django_migrations', 'flyway_schema_history',
                             'goose_db_version', 'knex_migrations', 'migrations',
                             'databasechangelog', '_prisma_migrations', 'schema_migrations')
           ORDER BY 1, 2 LIMIT 10
          """);

  /** With the star, for a column may have the name of the row. */
  private static final Sql LATEST =
      Sql.of(
          """
          SELECT left((noted.*)::text, 300) FROM :"schema".:"table" AS noted
           ORDER BY ctid DESC LIMIT 30
          """);

  private final Psql psql;

  MigrationTables(Psql psql) {
    this.psql = psql;
  }

  /** Rows as the server writes them, the one that was stored last first, by their table. */
  Map<String, List<String>> latest(String database) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (List<String> table : psql.rows(database, TABLES, 2, LIMIT)) {
      Sql question = LATEST.with("schema", table.get(0)).with("table", table.get(1));
      rows.put(
          String.join(".", table),
          psql.rows(database, question, 1, LIMIT).stream().map(row -> row.get(0)).toList());
    }
    return rows;
  }
}

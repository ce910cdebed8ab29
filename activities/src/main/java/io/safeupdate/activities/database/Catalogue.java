package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the server knows about itself. Reads only. */
final class Catalogue {

  /** While it fills a new cluster, the official image's server listens on no address. */
  private static final Sql READY =
      Sql.of(
          """
          SELECT NOT EXISTS (SELECT 1 FROM pg_settings WHERE name = 'listen_addresses'
                              AND setting = '' AND source = 'command line')
          """);

  private static final Sql LIVE =
      Sql.of(
          """
          SELECT oid, pg_database_size(oid),
                 current_setting('server_version'), current_setting('server_version_num')
            FROM pg_database WHERE datname = :'name'
          """);

  private static final Sql DATABASES =
      Sql.of(
          """
          SELECT datname, oid FROM pg_database WHERE NOT datistemplate
           ORDER BY datname COLLATE "C" OFFSET :skip LIMIT :page
          """);

  private static final Sql BYTES =
      Sql.of("SELECT pg_database_size(oid) FROM pg_database WHERE datname = :'name'");

  private static final Sql OPEN =
      Sql.of("SELECT datallowconn FROM pg_database WHERE datname = :'name'");

  private static final Sql COMPLETED =
      Sql.of(
          """
          SELECT oid FROM pg_database WHERE datname = :'name'
             AND split_part(shobj_description(oid, 'pg_database'), chr(10), 1) = :'marker'
          """);

  private static final Sql COMMENT =
      Sql.of(
          """
          SELECT comment FROM (SELECT datname,
          """
              + ServerSql.ORIGINAL_COMMENT
              + """
               AS comment FROM pg_database) AS commented
               WHERE datname = :'name' AND comment IS NOT NULL
              """);

  private static final Sql SESSIONS =
      Sql.of(
          """
          SELECT count(*) FROM pg_stat_activity
           WHERE datname = :'name' AND pid <> pg_backend_pid()
             AND backend_type = 'client backend' AND application_name LIKE :'application'
          """);

  private static final Sql MAY_CREATE =
      Sql.of(
          """
          SELECT rolsuper OR (rolcreatedb AND pg_has_role(datdba, 'USAGE'))
            FROM pg_roles, pg_database WHERE rolname = current_user AND datname = :'name'
          """);

  private static final Sql TABLE_OWNER =
      Sql.of(
          """
          SELECT pg_get_userbyid(owner) FROM (
            SELECT relowner AS owner, count(*) AS tables FROM pg_class
             WHERE relkind IN ('r', 'p') AND oid >= 16384 GROUP BY 1
             UNION ALL SELECT datdba, 0 FROM pg_database WHERE datname = :'name') AS owners
           ORDER BY tables DESC, owner LIMIT 1
          """);

  private static final Script LIVE_NAME = new Script("printf '%s\\0' \"$live\"\n");

  private final Psql psql;

  Catalogue(Psql psql) {
    this.psql = psql;
  }

  boolean isReady() {
    try {
      return yes(psql.rows(Psql.MAINTENANCE, READY, 1));
    } catch (StepFailure e) {
      if (e.type() == FailureType.DATABASE_FAILED) {
        return false;
      }
      throw e;
    }
  }

  /** Empty: there is no such database. */
  Optional<Live> live(String name) {
    return psql.rows(Psql.MAINTENANCE, LIVE.with("name", name), 4).stream()
        .map(row -> live(name, row))
        .findFirst();
  }

  private static Live live(String name, List<String> row) {
    return new Live(
        name,
        Long.parseLong(row.get(0)),
        Long.parseLong(row.get(1)),
        row.get(2),
        Integer.parseInt(row.get(3)) / 10_000);
  }

  String liveName() {
    ExecResult result = psql.run(LIVE_NAME, Map.of(), Limits.QUESTION);
    if (!result.succeeded()) {
      throw ServerFailure.of(result);
    }
    return result.stdout().replace("\0", "");
  }

  SortedMap<String, Long> databases() {
    SortedMap<String, Long> databases = new TreeMap<>();
    psql.pages(Psql.MAINTENANCE, DATABASES, 2)
        .forEach(row -> databases.put(row.get(0), Long.valueOf(row.get(1))));
    return databases;
  }

  /** Empty: there is no such database. */
  Optional<Long> bytes(String database) {
    return value(BYTES.with("name", database)).map(Long::valueOf);
  }

  /** The OID of a database that carries the mark of a step. */
  Optional<Long> completed(String database, String step) {
    Sql question = COMPLETED.with("name", database).with("marker", Marker.complete(step));
    return value(question).map(Long::valueOf);
  }

  /** What people say of a database. Empty also: there is no such database. */
  Optional<String> comment(String database) {
    return value(COMMENT.with("name", database));
  }

  boolean acceptsConnections(String database) {
    return value(OPEN.with("name", database)).filter("t"::equals).isPresent();
  }

  /** Sessions of clients, by what they call themselves: a pattern as of {@code LIKE}. */
  int sessions(String database, String application) {
    Sql question = SESSIONS.with("name", database).with("application", application);
    return Integer.parseInt(psql.rows(Psql.MAINTENANCE, question, 1).get(0).get(0));
  }

  boolean mayCreateDatabases(String live) {
    return yes(psql.rows(Psql.MAINTENANCE, MAY_CREATE.with("name", live), 1));
  }

  String tableOwner(String live) {
    return psql.rows(live, TABLE_OWNER.with("name", live), 1).get(0).get(0);
  }

  private Optional<String> value(Sql question) {
    return psql.rows(Psql.MAINTENANCE, question, 1).stream().map(row -> row.get(0)).findFirst();
  }

  private static boolean yes(List<List<String>> rows) {
    return rows.equals(List.of(List.of("t")));
  }
}

package io.safeupdate.activities.database;

/** Copies of the live database on its own server, and their removal. */
final class Copies {

  /**
   * The owner is named, for a copy otherwise belongs to whom makes it. The collation version is
   * named because a server refuses to copy a database that was made under another version of the
   * system's library, which an update of the image brings easily. A copy by files spares writing
   * all of it to the log as well.
   */
  private static final String CREATE =
      """
      SELECT concat(
          format('CREATE DATABASE %I TEMPLATE %I OWNER %I CONNECTION LIMIT %s',
                 :'name', datname, rolname, datconnlimit),
          CASE WHEN current_setting('server_version_num')::int >= 150000
               THEN ' STRATEGY file_copy' END,
          ' COLLATION_VERSION ' || quote_literal(to_jsonb(d) ->> 'datcollversion'))
        FROM pg_database d JOIN pg_roles r ON r.oid = datdba
       WHERE datname = :'live' \\gexec
      """;

  /** Like the live database where it is there; {@code template0} holds nothing of anybody. */
  private static final String CREATE_EMPTY =
      """
      SELECT concat(
          format('CREATE DATABASE %I TEMPLATE template0', :'name'),
          format(' OWNER %I CONNECTION LIMIT %s ENCODING %L LC_COLLATE %L LC_CTYPE %L',
                 rolname, datconnlimit, pg_encoding_to_char(encoding), datcollate, datctype),
          ' TABLESPACE ' || quote_ident(nullif(spcname, 'pg_default')),
          CASE json ->> 'datlocprovider'
            WHEN 'i' THEN ' LOCALE_PROVIDER icu ICU_LOCALE '
            WHEN 'b' THEN ' LOCALE_PROVIDER builtin BUILTIN_LOCALE ' END
          || quote_literal(coalesce(json ->> 'datlocale', json ->> 'daticulocale')))
        FROM pg_database d JOIN pg_roles r ON r.oid = datdba
        JOIN pg_tablespace t ON t.oid = dattablespace
       CROSS JOIN LATERAL (SELECT to_jsonb(d) AS json) AS columns
       WHERE datname = :'live'
      UNION ALL
      SELECT format('CREATE DATABASE %I TEMPLATE template0', :'name')
       WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = :'live') \\gexec
      """;

  private static final String MARK =
      """
      SELECT format('COMMENT ON DATABASE %I IS %L', :'name',
               concat_ws(chr(10), :'marker',
      """
          + ServerSql.ORIGINAL_COMMENT
          + """
          )) FROM pg_database WHERE datname = :'live' \\gexec
          """;

  private static final Sql COPY =
      Sql.of(
          ServerSql.LOCK
              + ServerSql.COMPLETE
              + "\\if :complete\n\\else\n"
              + ServerSql.DROP
              + "ALTER DATABASE :\"live\" ALLOW_CONNECTIONS false;\n"
              + ServerSql.END_SESSIONS
              + CREATE
              + ServerSql.CARRY_OVER
              + MARK
              + "\\endif\n");

  private static final Sql CREATE_ANEW =
      Sql.of(
          ServerSql.LOCK
              + ServerSql.AWAIT_RESTORE
              + ServerSql.COMPLETE
              + "\\if :complete\n\\else\n"
              + ServerSql.DROP
              + CREATE_EMPTY
              + ServerSql.CARRY_OVER
              + "\\endif\n");

  /** The session that copies is the one that has the lock. */
  private static final Sql END =
      Sql.of(
          """
          SELECT pg_terminate_backend(a.pid)
            FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
           WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 1400207461
             AND l.objid = ((hashtext(:'live')::bigint + 4294967296) % 4294967296)::oid
             AND a.query LIKE 'CREATE DATABASE %' \\g /dev/null
          """);

  private final Psql psql;
  private final Limits limits;

  Copies(Psql psql, Limits limits) {
    this.psql = psql;
    this.limits = limits;
  }

  void copy(String live, String copy, String step) {
    Sql deed = about(COPY, live, copy).with("marker", Marker.complete(step));
    psql.deed(deed, about(Sql.of(ServerSql.ALLOW), live, live), limits.work());
  }

  /** An empty database, to be filled and then marked. */
  void create(String live, String name, String step) {
    Sql deed = about(CREATE_ANEW, live, name).with("marker", Marker.complete(step));
    psql.deed(deed, Sql.NOTHING, limits.work());
  }

  void drop(String live, String name) {
    Sql deed = about(Sql.of(ServerSql.LOCK + ServerSql.DROP), live, name);
    psql.deed(deed, Sql.NOTHING, limits.work());
  }

  void end(String live) {
    psql.deed(about(END, live, live), Sql.NOTHING, Limits.QUESTION);
  }

  void allowConnections(String database) {
    psql.deed(about(Sql.of(ServerSql.ALLOW), database, database), Sql.NOTHING, Limits.QUESTION);
  }

  private static Sql about(Sql sql, String live, String name) {
    return sql.with("live", live).with("name", name).with("abandoned", name);
  }
}

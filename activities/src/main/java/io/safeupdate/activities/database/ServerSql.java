package io.safeupdate.activities.database;

/**
 * Pieces of scripts for the maintenance database. They take the names of databases as variables:
 * {@code live}, and {@code name} for the one that is made or dropped.
 *
 * <p>{@code \gexec} runs what the server itself has formatted, so that deeds depend on what is
 * there at that moment and a repeat does only what is missing.
 */
final class ServerSql {

  /**
   * One deed at a time. A killed worker's script goes on in the container; the next attempt waits
   * here for its end and then sees what it did.
   */
  static final String LOCK =
      """
      SELECT pg_advisory_lock(1400207461, hashtext(:'live')) \\g /dev/null
      """;

  /**
   * The comment that people gave a database, out of {@code pg_database}: without our first line,
   * which it may have of an earlier swap.
   */
  static final String ORIGINAL_COMMENT =
      """
      nullif(regexp_replace(shobj_description(oid, 'pg_database'),
        E'^safe-update: [^\\n]*\\n?', ''), '')
      """;

  /**
   * Ends the sessions of databases that accept no new ones. Twice, for a session that was being
   * opened the first time. The server itself ends those of its own that belong to no role.
   */
  static final String END_SESSIONS =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname IN (:'live', :'name') AND pg_has_role(usesysid, 'MEMBER')
         AND datname IN (SELECT datname FROM pg_database WHERE NOT datallowconn) \\g /dev/null
      SELECT pg_sleep(0.2) \\g /dev/null
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname IN (:'live', :'name') AND pg_has_role(usesysid, 'MEMBER')
         AND datname IN (SELECT datname FROM pg_database WHERE NOT datallowconn) \\g /dev/null
      """;

  /** Drops {@code name} if it is there and ours. A drop that was interrupted shows as limit -2. */
  static final String DROP =
      """
      SELECT count(*) = 1 AS droppable FROM pg_database
       WHERE datname = :'name' AND datname <> :'live'
         AND coalesce(shobj_description(oid, 'pg_database'), 'safe-update: ')
             LIKE 'safe-update: %' \\gset
      \\if :droppable
        SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS false', datname) FROM pg_database
         WHERE datname = :'name' AND datconnlimit <> -2 \\gexec
      """
          + END_SESSIONS
          + """
            DROP DATABASE :"name";
          \\endif
          """;

  /**
   * Opens the databases again that a deed had closed; not while another deed is at work, which may
   * have closed them too.
   */
  static final String ALLOW =
      LOCK
          + """
      SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS true', datname) FROM pg_database
       WHERE datname IN (:'live', :'name', :'abandoned') AND NOT datallowconn
         AND datconnlimit <> -2 \\gexec
      """;

  /** Waits for a restore into {@code name} that a killed worker has left running. */
  static final String AWAIT_RESTORE =
      """
      SELECT set_config('safe_update.name', :'name', false) \\g /dev/null
      DO $$
      BEGIN
        WHILE EXISTS (SELECT 1 FROM pg_stat_activity
                       WHERE datname = current_setting('safe_update.name')
                         AND application_name = 'safe-update restore') LOOP
          PERFORM pg_sleep(0.5);
          PERFORM pg_stat_clear_snapshot();
        END LOOP;
      END $$;
      """;

  /** Sets {@code complete}: whether {@code name} carries the mark of this very step. */
  static final String COMPLETE =
      """
      SELECT count(*) = 1 AS complete FROM pg_database
       WHERE datname = :'name'
         AND split_part(shobj_description(oid, 'pg_database'), chr(10), 1) = :'marker' \\gset
      """;

  /**
   * Gives {@code name} what belongs to the database {@code live} but is not in it: settings, also
   * those of roles in this database, and privileges. As pg_dump does, settings that are lists of
   * names are given name by name.
   */
  static final String CARRY_OVER =
      """
      SELECT CASE setrole WHEN 0 THEN format('ALTER DATABASE %I', :'name')
               ELSE format('ALTER ROLE %I IN DATABASE %I', rolname, :'name') END
          || format(' SET %I TO ', variable)
          || CASE WHEN lower(variable) IN ('search_path', 'temp_tablespaces',
                         'local_preload_libraries', 'session_preload_libraries')
               THEN coalesce((SELECT string_agg(quote_literal(
                        coalesce(replace(m[1], '""', '"'), m[2])), ', ' ORDER BY n)
                      FROM regexp_matches(value, '"((?:[^"]|"")*)"|([^ ,"]+)', 'g')
                           WITH ORDINALITY AS matches(m, n)), '''''')
               ELSE quote_literal(value) END
        FROM pg_database d
        JOIN pg_db_role_setting s ON s.setdatabase = d.oid
        LEFT JOIN pg_roles r ON r.oid = s.setrole
       CROSS JOIN LATERAL unnest(s.setconfig) AS entries(entry)
       CROSS JOIN LATERAL (SELECT split_part(entry, '=', 1) AS variable,
                                  substr(entry, strpos(entry, '=') + 1) AS value) AS setting
       WHERE d.datname = :'live' \\gexec

      SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC, %I', :'name', rolname)
        FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
       WHERE d.datname = :'live' AND d.datacl IS NOT NULL \\gexec

      SELECT format('GRANT %s ON DATABASE %I TO %s%s', privilege_type, :'name',
               CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(rolname) END,
               CASE WHEN is_grantable AND grantee <> d.datdba THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_database d
       CROSS JOIN LATERAL aclexplode(d.datacl) AS acl
        LEFT JOIN pg_roles r ON r.oid = acl.grantee
       WHERE d.datname = :'live' \\gexec
      """;

  private ServerSql() {}
}

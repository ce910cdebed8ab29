package io.safeupdate.activities.database;

/** The questions of which a fingerprint consists, asked in the database itself. */
final class FingerprintSql {

  static final Sql IDENTITY =
      Sql.of(
          """
          SELECT current_setting('server_version'), oid
            FROM pg_database WHERE datname = current_database()
          """);

  /**
   * The application's tables: what belongs to an extension comes with it, and is not in a dump.
   * Partitions count, the tables they are parts of hold no rows of their own.
   */
  private static final String TABLES =
      """
      SELECT c.oid, c.relkind, c.reltuples, n.nspname, c.relname,
             format('%I.%I', n.nspname, c.relname) AS name
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relpersistence <> 't' AND n.nspname !~ '^pg_'
         AND n.nspname <> 'information_schema'
         AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_class'::regclass
                          AND e.objid = c.oid AND e.deptype = 'e')
      """;

  private static final String WITH_TABLES = "WITH tables AS (\n" + TABLES + ")\n";

  private static final String A_PAGE_OF_TABLES =
      """
        FROM (SELECT * FROM tables WHERE relkind = 'r'
               ORDER BY name COLLATE "C" OFFSET :skip LIMIT :page) AS part
      """;

  /** Counts many tables in one question. Casting XML to text needs no XML library. */
  static final Sql EXACT =
      Sql.of(
          WITH_TABLES
              + """
              SELECT name, substring(query_to_xml(
                       format('SELECT count(*) AS n FROM ONLY %s', name), false, false, '')::text
                       FROM '<n>([0-9]+)</n>')
              """
              + A_PAGE_OF_TABLES);

  static final Sql ESTIMATED =
      Sql.of(WITH_TABLES + "SELECT name, greatest(reltuples, 0)::bigint\n" + A_PAGE_OF_TABLES);

  /** Rows written so far, as the server's statistics know them. */
  static final Sql WRITES =
      Sql.of(
          WITH_TABLES
              + """
              SELECT name, coalesce(pg_stat_get_tuples_inserted(oid), 0)
                         + coalesce(pg_stat_get_tuples_deleted(oid), 0)
              """
              + A_PAGE_OF_TABLES);

  /**
   * A check, a default or a partial index comes back from a dump with the same meaning but other
   * casts and parentheses: {@code varchar IN (...)} does. So these are left out of the text.
   */
  private static final String NORMAL =
      """
      regexp_replace(regexp_replace(definition,
        '::("[^"]+"|[[:alnum:]_.])+( varying| precision)?([(][0-9]+(, *[0-9]+)?[)])?'
          || '( with(out)? time zone)?([[][]])*', '', 'g'),
        '[() ]', '', 'g')
      """;

  /** Columns are taken without their order: a dropped one leaves a gap that a dump closes. */
  static final Sql SCHEMA_HASH =
      Sql.of(
          WITH_TABLES
              + """
              , parts AS (
              SELECT concat_ws('|', 'column', name, attname, format_type(atttypid, atttypmod),
                       attnotnull) AS part, pg_get_expr(adbin, adrelid) AS definition
                FROM tables t
                JOIN pg_attribute a ON a.attrelid = t.oid AND attnum > 0 AND NOT attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
               WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
              UNION ALL
              SELECT concat_ws('|', 'constraint', name, conname, convalidated),
                     pg_get_constraintdef(c.oid)
                FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid WHERE contype <> 'n'
              UNION ALL
              SELECT concat_ws('|', 'index', name), pg_get_indexdef(indexrelid)
                FROM tables t JOIN pg_index i ON i.indrelid = t.oid WHERE indisvalid
              ), lines AS (
              SELECT concat_ws('|', part,
              """
              + NORMAL
              + """
              ) AS line FROM parts)
              SELECT md5(coalesce(string_agg(line, chr(10) ORDER BY line COLLATE "C"), ''))
                FROM lines
              """);

  static final Sql MIGRATIONS =
      Sql.of(
          """
          SELECT format('SELECT app, name FROM %I.%I ORDER BY id OFFSET %s LIMIT %s',
                   n.nspname, c.relname, :skip, :page)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relname = 'django_migrations' AND c.relkind = 'r' AND n.nspname !~ '^pg_'
           ORDER BY n.nspname <> 'public', n.nspname LIMIT 1 \\gexec
          """);

  private FingerprintSql() {}
}

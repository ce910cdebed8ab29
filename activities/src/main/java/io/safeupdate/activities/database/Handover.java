package io.safeupdate.activities.database;

/**
 * Gives all that one role owns in a restored database to another, object by object: {@code REASSIGN
 * OWNED} would also give away the role's databases, which may be other deployments', and refuses
 * for the role that made the cluster.
 */
final class Handover {
  /** PostgreSQL's own objects have smaller numbers. */
  private static final String TEXT =
      """
      DO $handover$
      DECLARE
        object record;
        former oid := (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = %1$s);
      BEGIN
        FOR object IN
          SELECT i.type, i.identity FROM (
            SELECT 'pg_class'::pg_catalog.regclass AS class, c.oid FROM pg_catalog.pg_class c
             WHERE relowner = former AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
               AND NOT (relkind = 'S' AND EXISTS (
                     SELECT FROM pg_catalog.pg_depend d
                      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass))
            UNION ALL
            SELECT 'pg_proc'::pg_catalog.regclass, oid FROM pg_catalog.pg_proc
             WHERE proowner = former
            UNION ALL
            SELECT 'pg_type'::pg_catalog.regclass, t.oid FROM pg_catalog.pg_type t
              LEFT JOIN pg_catalog.pg_class c ON c.oid = typrelid
             WHERE typowner = former
               AND (typtype IN ('d', 'e', 'r') OR typtype = 'c' AND relkind = 'c')
            UNION ALL
            SELECT 'pg_namespace'::pg_catalog.regclass, oid FROM pg_catalog.pg_namespace
             WHERE nspowner = former
            UNION ALL
            SELECT 'pg_largeobject'::pg_catalog.regclass, oid
              FROM pg_catalog.pg_largeobject_metadata WHERE lomowner = former
            UNION ALL
            SELECT 'pg_collation'::pg_catalog.regclass, oid FROM pg_catalog.pg_collation
             WHERE collowner = former
            UNION ALL
            SELECT 'pg_operator'::pg_catalog.regclass, oid FROM pg_catalog.pg_operator
             WHERE oprowner = former
            UNION ALL
            SELECT 'pg_ts_config'::pg_catalog.regclass, oid FROM pg_catalog.pg_ts_config
             WHERE cfgowner = former
            UNION ALL
            SELECT 'pg_ts_dict'::pg_catalog.regclass, oid FROM pg_catalog.pg_ts_dict
             WHERE dictowner = former
          ) AS owned,
          LATERAL pg_catalog.pg_identify_object(owned.class, owned.oid, 0) AS i
          WHERE owned.oid >= 16384 AND NOT EXISTS (
                  SELECT FROM pg_catalog.pg_depend d
                   WHERE d.classid = owned.class AND d.objid = owned.oid AND d.deptype = 'e')
        LOOP
          EXECUTE pg_catalog.format('ALTER %%s %%s OWNER TO %%I',
            object.type, object.identity, %2$s);
        END LOOP;
      END $handover$;
      """;

  private Handover() {}

  /** The statement; for the database that it runs in. */
  static String of(String former, String owner) {
    return TEXT.formatted(Sql.literal(former), Sql.literal(owner));
  }
}

package io.safeupdate.activities.database;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts a database in the live one's place, and knows the databases that had to go for it. */
final class Swaps {

  /**
   * Both renames are one transaction: there is never a moment without a live database, and a repeat
   * finds either nothing or all of it done. The comments move along: the original one to the new
   * live database, ours to the abandoned one.
   */
  private static final String RENAME =
      """
      SELECT count(*) = 1 AS ready FROM pg_database
       WHERE datname = :'name' AND oid = :oid \\gset
      \\if :ready
        SELECT format('ALTER DATABASE %I ALLOW_CONNECTIONS false', datname) FROM pg_database
         WHERE datname IN (:'live', :'name') \\gexec
      """
          + ServerSql.END_SESSIONS
          + """
            BEGIN;
            SELECT format('COMMENT ON DATABASE %I IS %L', datname, concat_ws(chr(10),
                     'safe-update: abandoned '
                       || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          """
          + ServerSql.ORIGINAL_COMMENT
          + """
            )) FROM pg_database WHERE datname = :'live' \\gexec
            SELECT format('ALTER DATABASE %I RENAME TO %I', datname, :'abandoned')
              FROM pg_database WHERE datname = :'live' \\gexec
            ALTER DATABASE :"name" RENAME TO :"live";
            SELECT format('COMMENT ON DATABASE %I IS %L', :'live',
          """
          + ServerSql.ORIGINAL_COMMENT
          + """
            ) FROM pg_database WHERE oid = :oid \\gexec
            COMMIT;
          \\endif
          """;

  private static final Sql SWAP = Sql.of(ServerSql.LOCK + RENAME);

  private static final Sql ABANDONED =
      Sql.of(
          """
          SELECT datname, substr(split_part(comment, chr(10), 1), 24), pg_database_size(oid)
            FROM (SELECT *, shobj_description(oid, 'pg_database') AS comment FROM pg_database) d
           WHERE comment LIKE 'safe-update: abandoned %' AND datname <> :'live' ORDER BY 2, 1
          """);

  private final Psql psql;
  private final Catalogue catalogue;
  private final Limits limits;

  Swaps(Psql psql, Catalogue catalogue, Limits limits) {
    this.psql = psql;
    this.catalogue = catalogue;
    this.limits = limits;
  }

  Optional<String> swapIn(String live, Swap swap) {
    Map<String, Long> before = catalogue.databases();
    if (!isLive(before, live, swap)) {
      requirePossible(before, live, swap);
    }
    psql.deed(about(SWAP, live, swap), about(Sql.of(ServerSql.ALLOW), live, swap), limits.work());
    Map<String, Long> after = catalogue.databases();
    if (!isLive(after, live, swap)) {
      throw new StepFailure(
          FailureType.DATABASE_FAILED,
          "Database %s did not take the place of %s.".formatted(swap.replacement(), live));
    }
    return after.containsKey(swap.abandoned()) ? Optional.of(swap.abandoned()) : Optional.empty();
  }

  List<Abandoned> abandoned(String live) {
    return psql.rows(Psql.MAINTENANCE, ABANDONED.with("live", live), 3).stream()
        .map(r -> new Abandoned(r.get(0), Instant.parse(r.get(1)), Long.parseLong(r.get(2))))
        .toList();
  }

  private static boolean isLive(Map<String, Long> databases, String live, Swap swap) {
    return Objects.equals(databases.get(live), swap.replacementOid());
  }

  private static void requirePossible(Map<String, Long> databases, String live, Swap swap) {
    if (!Objects.equals(databases.get(swap.replacement()), swap.replacementOid())) {
      throw impossible(
          "database %s with OID %d, which was to become %s, is not there"
              .formatted(swap.replacement(), swap.replacementOid(), live));
    }
    if (swap.liveOid().isPresent() && !swap.liveOid().get().equals(databases.get(live))) {
      throw impossible(
          "somebody has put another database in the place of %s since it was recorded (OID %d)"
              .formatted(live, swap.liveOid().get()));
    }
    if (databases.containsKey(live) && databases.containsKey(swap.abandoned())) {
      throw impossible(
          "the name %s, which %s was to get, is taken".formatted(swap.abandoned(), live));
    }
  }

  private static StepFailure impossible(String why) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "No database was changed: " + why + ". Look at the server's databases with `psql -l`.");
  }

  private static Sql about(Sql sql, String live, Swap swap) {
    return sql.with("live", live)
        .with("name", swap.replacement())
        .with("oid", swap.replacementOid())
        .with("abandoned", swap.abandoned());
  }
}

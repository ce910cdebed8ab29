package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that a person wrote, run by the server itself as one piece: there a {@code COMMIT} in it is
 * an error and a {@code \\!} of psql's no command. The mark that it was run is part of its
 * transaction.
 */
final class PersonalSql {
  /** So much fits into one environment variable, however many bytes its characters take. */
  private static final int PART = 30_000;

  private static final Pattern LINE = Pattern.compile("^LINE (\\d+): ", Pattern.MULTILINE);

  /** Waits for an attempt that a killed worker has left running, and looks what became of it. */
  private static final Sql RUN =
      Sql.of(
          """
          SELECT pg_catalog.pg_advisory_xact_lock(1400207462) \\g /dev/null
          SELECT pg_catalog.count(*) = 1 AS complete FROM pg_catalog.pg_database
           WHERE datname = pg_catalog.current_database()
             AND pg_catalog.split_part(pg_catalog.shobj_description(oid, 'pg_database'),
                   pg_catalog.chr(10), 1) = :'marker' \\gset
          \\if :complete
          \\else
            SELECT pg_catalog.set_config('safe_update.sql', :'sql', true) \\g /dev/null
            DO $run$ BEGIN EXECUTE pg_catalog.current_setting('safe_update.sql'); END $run$;
            RESET SESSION AUTHORIZATION;
            RESET ROLE;
            SET search_path = pg_catalog;
            SELECT format('COMMENT ON DATABASE %I IS %L', datname, concat_ws(chr(10), :'marker',
          """
              + ServerSql.ORIGINAL_COMMENT
              + """
              )) FROM pg_database WHERE datname = current_database() \\gexec
              \\endif
              """);

  private static final Script SCRIPT =
      new Script(
          """
          export PGDATABASE="$SU_TARGET" PGAPPNAME='safe-update personal' PGCLIENTENCODING=UTF8
          export PGOPTIONS="-c default_transaction_read_only=off -c statement_timeout=0 \\
          -c client_min_messages=warning -c default_transaction_isolation=read\\ committed"
          part=0
          { while [ $part -lt "$SU_PARTS" ]; do
              eval "printf %s \\"\\$SU_PART_$part\\""
              part=$((part + 1))
            done; } |
            psql -X -q -1 -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -f - >/dev/null
          """);

  private final Psql psql;
  private final Catalogue catalogue;
  private final Limits limits;

  PersonalSql(Psql psql, Catalogue catalogue, Limits limits) {
    this.psql = psql;
    this.catalogue = catalogue;
    this.limits = limits;
  }

  void run(String database, String sql, String step) {
    String done = step + " and personal SQL";
    Sql script = RUN.with("marker", Marker.complete(done)).with("sql", sql);
    Map<String, String> environment = parts(script.script());
    environment.put("SU_TARGET", database);
    ExecResult result = psql.run(SCRIPT, environment, limits.work());
    if (!result.succeeded()) {
      throw ServerFailure.inSql(result) ? failed(result) : ServerFailure.of(result);
    }
    if (catalogue.completed(database, done).isEmpty()) {
      throw new StepFailure(
          FailureType.DATABASE_FAILED, "It ended well, but its transaction was not kept.");
    }
  }

  private static Map<String, String> parts(String script) {
    Map<String, String> parts = new HashMap<>();
    for (int from = 0; from < script.length(); ) {
      int to = Math.min(script.length(), from + PART);
      if (to < script.length() && Character.isHighSurrogate(script.charAt(to - 1))) {
        to--;
      }
      parts.put("SU_PART_" + parts.size(), script.substring(from, to));
      from = to;
    }
    parts.put("SU_PARTS", "" + parts.size());
    return parts;
  }

  private static StepFailure failed(ExecResult result) {
    Matcher line = LINE.matcher(result.stderr());
    Optional<String> where =
        line.find() ? Optional.of(" (line " + line.group(1) + ")") : Optional.empty();
    return new StepFailure(
        FailureType.DATABASE_FAILED, ServerFailure.message(result) + where.orElse("") + ".");
  }
}

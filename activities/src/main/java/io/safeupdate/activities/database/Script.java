package io.safeupdate.activities.database;

import java.util.List;

/**
 * A POSIX shell script for the database container. Its inputs are environment variables, and it
 * finds the server's credentials itself, so that neither is ever an argument of a program.
 */
record Script(String body) {

  /**
   * Follows the official image: {@code POSTGRES_USER} (default {@code postgres}), {@code
   * POSTGRES_DB} (default: the user), each also as a file. The application's env file may hold
   * further variables of libpq, which would lead elsewhere.
   *
   * <p>A database is named in {@code PGDATABASE} only: as an argument, a name with {@code =} in it
   * would be taken for a connection string.
   */
  private static final String PRELUDE =
      """
      export LC_ALL=C PGAPPNAME=safe-update PGCONNECT_TIMEOUT=10
      unset PGSERVICE PGSERVICEFILE PGHOST PGHOSTADDR PGSSLMODE PGTARGETSESSIONATTRS
      unset PGCLIENTENCODING PGDATESTYLE PGTZ PGOPTIONS PGDATABASE
      if [ -z "${POSTGRES_USER-}" ] && [ -n "${POSTGRES_USER_FILE-}" ]; then
        POSTGRES_USER=$(cat "$POSTGRES_USER_FILE")
      fi
      if [ -z "${POSTGRES_PASSWORD-}" ] && [ -n "${POSTGRES_PASSWORD_FILE-}" ]; then
        POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE")
      fi
      if [ -z "${POSTGRES_DB-}" ] && [ -n "${POSTGRES_DB_FILE-}" ]; then
        POSTGRES_DB=$(cat "$POSTGRES_DB_FILE")
      fi
      live=${SU_DATABASE:-${POSTGRES_DB:-${POSTGRES_USER:-postgres}}}
      export PGUSER="${SU_USER:-${POSTGRES_USER:-postgres}}" PGPASSWORD="${POSTGRES_PASSWORD-}"
      [ -S "/var/run/postgresql/.s.PGSQL.${PGPORT:-5432}" ] || export PGHOST=127.0.0.1

      # Sets what a database or a role may have set otherwise.
      session() {
        export PGCLIENTENCODING=UTF8
        export PGOPTIONS="-c search_path=pg_catalog -c statement_timeout=${SU_TIMEOUT:-0} \\
      -c lock_timeout=${SU_TIMEOUT:-0} -c default_transaction_read_only=off \\
      -c standard_conforming_strings=on -c client_min_messages=warning"
      }

      # A database to stand in while others are copied, renamed and dropped.
      maintenance() {
        PGDATABASE=postgres
        if [ "$live" = postgres ] || ! PGDATABASE=postgres psql -X -q -c '' 2>/dev/null; then
          PGDATABASE=template1
        fi
        export PGDATABASE
      }

      # Runs a script on $PGDATABASE. Fields and rows end in NUL bytes, which no value can hold.
      ask() {
        printf %s "$1" |
          psql -X -q -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -A -t -z -0 -f -
      }
      """;

  /** What {@code sh} is started with. */
  List<String> argv() {
    return List.of("sh", "-c", PRELUDE + body);
  }
}

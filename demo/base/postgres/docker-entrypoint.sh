#!/usr/bin/env bash
# Behaves as the official image's entry point does: `postgres` creates the
# cluster at its first start; any other command simply runs.
set -euo pipefail

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
readonly user database

own_directories() {
  mkdir -p "$PGDATA"
  chown -R postgres:postgres "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
}

refuse_without_password() {
  if [[ -z ${POSTGRES_PASSWORD-} && ${POSTGRES_HOST_AUTH_METHOD-} != trust ]]; then
    echo 'Error: Database is uninitialized and superuser password is not specified: set POSTGRES_PASSWORD.' >&2
    exit 1
  fi
}

create_cluster() {
  # shellcheck disable=SC2086  # POSTGRES_INITDB_ARGS is a list of words
  initdb --username="$user" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD-}") \
    --auth-local=trust --auth-host=trust ${POSTGRES_INITDB_ARGS-}
  printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  printf "\nlisten_addresses = '*'\n" >>"$PGDATA/postgresql.conf"
}

run_init_files() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) bash "$file" ;;
      *.sql) psql -v ON_ERROR_STOP=1 -U "$user" -d "$database" -f "$file" ;;
    esac
  done
}

# The first server listens on the socket only, so that nobody connects to a half-made database.
fill_cluster() {
  pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
  if [[ $database != postgres ]]; then
    psql -v ON_ERROR_STOP=1 -U "$user" -d postgres -v name="$database" <<<'CREATE DATABASE :"name";'
  fi
  run_init_files
  pg_ctl -D "$PGDATA" -m fast -w stop
}

[[ ${1-} == -* ]] && set -- postgres "$@"
if [[ ${1-} == postgres && $(id -u) == 0 ]]; then
  own_directories
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [[ ${1-} == postgres && ! -s $PGDATA/PG_VERSION ]]; then
  refuse_without_password
  create_cluster
  fill_cluster
fi
exec "$@"

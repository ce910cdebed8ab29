# shellcheck shell=bash disable=SC2034  # the scripts use the variables
#
# What the demo's scripts share. A demo directory holds remote.git (bare) and
# checkout (the deployment, with its env file).

demo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly demo branch=master

# Needs no identity, and follows no setting of the person who runs it.
export GIT_AUTHOR_NAME='Ada Guest' GIT_AUTHOR_EMAIL=ada@example.com
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE COMPOSE_FILE COMPOSE_PROJECT_NAME COMPOSE_PROFILES COMPOSE_ENV_FILES

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Prints the header comment of the script itself.
usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

# directory_of DIR: its absolute path, if `create` made it.
directory_of() {
  [[ -d ${1:?}/checkout && (-d $1/remote.git || -d $1/remote.git.gone) ]] ||
    die "'$1' holds no demo: make one with $demo/bin/create $1"
  (cd "$1" && pwd)
}

# Makes the temporary directory `work`, removed at exit.
make_work() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/safe-update-demo.XXXXXX")
  trap 'rm -rf "$work"' EXIT
}

environment_of() {
  local name
  for name in production staging; do
    if [[ -f $1/checkout/.env_$name ]]; then
      echo "$name"
      return
    fi
  done
  die "no .env_production or .env_staging in $1/checkout"
}

project_of() { sed -n 's/^COMPOSE_PROJECT_NAME=//p' "$1/checkout/.env_$(environment_of "$1")"; }

# compose_command DIR: puts the command that runs compose on it into the array `compose`.
compose_command() {
  local checkout=$1/checkout environment
  environment=$(environment_of "$1")
  compose=(docker compose --project-directory "$checkout" -f "$checkout/$environment.yml"
    --env-file "$checkout/.env_$environment")
}

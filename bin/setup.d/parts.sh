# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# Saying things, and running parts side by side.

readonly cache=$HOME/.cache/safe-update
readonly logs=$cache/log
declare -A parts=()
started=${EPOCHREALTIME/[.,]/}

# Parts write into their logs; what they say still reaches the person.
exec 8>&1

say() { printf 'setup: %s\n' "$*" >&8; }
warn() { printf 'setup: WARNING: %s\n' "$*" >&8; }

die() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

seconds() {
  local tenths=$(((${EPOCHREALTIME/[.,]/} - started) / 100000))
  echo "$((tenths / 10)).$((tenths % 10))"
}

is_root() { [[ $(id -u) == 0 ]]; }

# Two set-ups at once would race for the same files; the second finds all done.
one_at_a_time() {
  mkdir -p "$logs"
  exec 9>"$cache/setup.lock"
  if ! flock -n 9; then
    say 'another set-up is running: waiting for it'
    flock 9
  fi
  trap stop_parts EXIT
}

# start_part NAME FUNCTION: runs it in the background, its output in a log, as a
# process group of its own, so that all of it can be stopped.
start_part() {
  set -m
  (
    trap - EXIT
    "$2"
  ) >"$logs/$1.log" 2>&1 9>&- &
  set +m
  parts[$1]=$!
}

# show_end NAME: the last lines of a part's log.
show_end() { tail -n 25 "$logs/$1.log" | sed "s/^/  $1| /" >&2; }

# end_part NAME: waits for it; says why it failed.
end_part() {
  local pid=${parts[$1]}
  if wait "$pid"; then
    unset "parts[$1]"
    return
  fi
  unset "parts[$1]"
  show_end "$1"
  printf 'setup: %s failed: the last lines are above, all of them in %s\n' "$1" "$logs/$1.log" >&2
  return 1
}

finish_parts() {
  local name failed=0
  for name in "${!parts[@]}"; do end_part "$name" || failed=1; done
  ((failed == 0)) || exit 1
}

stop_parts() {
  local pid
  for pid in "${parts[@]}"; do kill -- "-$pid" 2>/dev/null || true; done
}

# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# The Temporal CLI, whose dev server is the embedded Temporal. Safe Update runs
# without it too, so not getting it is no error.

readonly temporal_version=1.5.1 temporal_go=25 temporal_module=github.com/temporalio/cli
readonly temporal_bin=$cache/bin

get_temporal() {
  local found
  for found in temporal "$temporal_bin/temporal"; do
    if "$found" --version >/dev/null 2>&1; then
      say "$(version_of "$found")"
      return
    fi
  done
  if ! has_go; then
    warn "no Temporal CLI, and no Go >= 1.$temporal_go to build it: Safe Update will try to download it, else run without a history that outlives the process"
    return
  fi
  say 'building the Temporal CLI with Go (about three minutes)'
  if install_temporal && "$temporal_bin/temporal" --version; then
    say "$(version_of "$temporal_bin/temporal")"
  else
    show_end temporal
    warn "could not build the Temporal CLI (the last lines are above): Safe Update will try to download it, else run without a history that outlives the process"
  fi
}

version_of() { "$1" --version | awk '{ print "Temporal CLI " $3 }'; }

has_go() {
  local minor
  minor=$(go version 2>/dev/null | sed -n 's/.* go1\.\([0-9]*\).*/\1/p')
  [[ -n $minor ]] && ((minor >= temporal_go))
}

install_temporal() {
  GOBIN=$temporal_bin CGO_ENABLED=0 GOFLAGS='' go install \
    -ldflags "-s -w -X $temporal_module/temporalcli.Version=$temporal_version" \
    "$temporal_module/cmd/temporal@v$temporal_version" </dev/null
}

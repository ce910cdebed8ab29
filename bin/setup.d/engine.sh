# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# Docker Engine, Compose v2, buildx.

readonly engine_log=/var/log/dockerd.log

engine_answers() { docker info >/dev/null 2>&1; }
# These keep the answer, for it takes a tenth of a second each.
compose_answers() { [[ -n ${compose_version-} ]] || compose_version=$(docker compose version --short 2>/dev/null); }
buildx_answers() { [[ -n ${buildx_version-} ]] || buildx_version=$(docker buildx version 2>/dev/null); }

# Debian's newer releases package the client by itself.
need_docker() {
  if ! docker --version >/dev/null 2>&1 || ! { engine_answers || has_engine; }; then
    lacks 'Docker Engine' docker.io
    if [[ $(release ID) == debian ]] && ! is_debian_12; then packages+=(docker-cli); fi
    if has_app_armor && ! command -v apparmor_parser >/dev/null; then packages+=(apparmor); fi
  fi
  compose_answers || lacks 'Docker Compose v2' "$(plugin compose)"
  buildx_answers || lacks 'Docker buildx' "$(plugin buildx)"
}

# Where the kernel has it, the engine starts no container without its parser.
has_app_armor() { [[ $(cat /sys/module/apparmor/parameters/enabled 2>/dev/null) == Y ]]; }

# Somebody else's engine is theirs to start.
has_engine() { [[ -n ${DOCKER_HOST-} ]] || command -v dockerd >/dev/null; }

# plugin NAME: the package that has it here.
plugin() {
  if dpkg -s docker-ce >/dev/null 2>&1; then
    echo "docker-$1-plugin"
  elif is_debian_12; then
    echo "docker-$1/$next_suite"
  elif [[ $(release ID) == ubuntu && $1 == compose ]]; then
    echo docker-compose-v2
  else
    echo "docker-$1"
  fi
}

start_engine() {
  if ! engine_answers; then
    may_start_engine
    if [[ -d /run/systemd/system ]]; then systemctl enable --now docker; else start_detached; fi
    wait_for_engine
  fi
  buildx_answers || die "docker buildx does not answer: $(docker buildx version 2>&1 | head -n 1)"
  compose_answers || die "docker compose does not answer: $(docker compose version 2>&1 | head -n 1)"
  say "Docker Engine $(docker version -f '{{.Server.Version}}'), Compose $compose_version, buildx $(cut -d' ' -f2 <<<"$buildx_version")"
}

may_start_engine() {
  local why
  why=$(docker info 2>&1 | grep -iE 'permission denied|cannot connect|error' | head -n 1) || true
  [[ $why != *'ermission denied'* ]] ||
    die "you may not use the Docker Engine: sudo usermod -aG docker $(id -un), log in again, then bin/setup again"
  [[ -z ${DOCKER_HOST-} ]] || die "the Docker Engine at DOCKER_HOST=$DOCKER_HOST does not answer: $why"
  is_root || die "the Docker Engine is not running. That takes root: sudo $home/bin/setup --system"
}

# No service manager here: the engine must outlive this script and whoever called
# it, so it keeps none of their files open.
start_detached() {
  say "starting the Docker Engine (its log: $engine_log)"
  (
    for fd in /proc/self/fd/*; do
      fd=${fd##*/}
      if ((fd > 2)); then eval "exec $fd>&-"; fi
    done
    cd /
    exec setsid dockerd </dev/null >>"$engine_log" 2>&1
  ) &
}

wait_for_engine() {
  local tries
  for ((tries = 0; tries < 150; tries++)); do
    if engine_answers; then return; fi
    sleep 0.4
  done
  [[ ! -f $engine_log ]] || tail -n 15 "$engine_log" >&2
  die "the Docker Engine does not answer after a minute (the last lines of $engine_log are above)"
}

need_demo_base() {
  if "$home/demo/base/build" --check || debootstrap --version >/dev/null 2>&1; then return; fi
  lacks debootstrap debootstrap
}

make_demo_base() {
  "$home/demo/base/build"
  say 'the base images of the demo are there'
}

# The tests start it themselves, on loopback.
need_registry() {
  docker-registry --version >/dev/null 2>&1 || lacks 'an image registry for the tests' docker-registry
}

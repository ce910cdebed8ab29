# Sourced by what plays on Docker engines and disks of its own: `home` must be set.
#
# A lane is a directory on a disk of its own, with an engine of its own, in namespaces
# of its own for network, mounts and processes: the machine's engine neither sees nor
# feels it, and all that was started ends with the lane. That takes root.

# shellcheck shell=bash disable=SC2154
readonly images=(safe-update-demo/{base,python,postgres,redis}:1)
cd "$home"

die() { echo "bin/test: $*" >&2 && exit 2; }

check_lanes() {
  [[ $(id -u) == 0 ]] || die 'this takes root: it starts Docker engines in namespaces of their own'
  local program
  for program in dockerd unshare ip mkfs.ext4; do
    PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null || die "this takes $program"
  done
}

build() {
  bin/setup --no-build --tests </dev/null
  mvn -B -q -DskipTests -DskipITs -Dgates.skip=true package </dev/null
}

# save_images FILE
save_images() {
  [[ ! -f $1 ]] || return 0
  mkdir -p "${1%/*}"
  docker save -o "$1.part" "${images[@]}"
  mv "$1.part" "$1"
}

run() { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:-UsePerfData -cp "$home/e2e/target/test-classes:$home/cli/target/safe-update/lib/*" "$@"; }

# A disk that may be filled: a file, which takes only the room that is used.
make_disk() {
  if [[ ! -f $1 ]]; then
    truncate -s 12G "$1.part"
    PATH=$PATH:/usr/sbin:/sbin mkfs.ext4 -q -m 0 "$1.part"
    mv "$1.part" "$1"
  fi
}

# lane DIRECTORY CLASS ARGUMENT...: runs a class there. The first process of the
# namespaces stays, to bury orphans; the engine's sockets are in memory, as elsewhere.
lane() {
  local directory=$1
  shift
  mkdir -p "$directory"
  make_disk "$directory.img"
  export DOCKER_HOST=unix://$directory/engine/docker.sock SAFE_UPDATE_SETUP=never
  export -f run
  export home
  # shellcheck disable=SC2016  # the inner shell expands it
  unshare --net --mount --pid --fork --mount-proc --kill-child \
    bash -ec 'PATH=$PATH:/usr/sbin:/sbin
      ip link set lo up
      mount -o loop "$0.img" "$0"
      rm -rf "$0"/stage-* "$0/filler"
      mkdir -p "$0/run"
      mount -t tmpfs run "$0/run"
      run "$@" && exit' "$directory" "$@"
}

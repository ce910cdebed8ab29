# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# What is missing, and the distribution's packages that bring it.

missing=()
packages=()
readonly next_suite=trixie
readonly sources=/etc/apt/sources.list.d/safe-update.sources
readonly preferences=/etc/apt/preferences.d/safe-update.pref

# lacks WHAT PACKAGE...: notes that something is missing.
lacks() {
  missing+=("$1")
  packages+=("${@:2}")
}

# release FIELD: of /etc/os-release.
# shellcheck source=/dev/null
release() { (. /etc/os-release && echo "${!1-}"); }

is_debian_12() { [[ $(release ID) == debian && $(release VERSION_ID) == 12 ]]; }

all_missing() {
  local names
  names=$(printf '%s, ' "${missing[@]}")
  echo "${names%, }"
}

wanted_options() {
  if $want_tests; then echo ' --tests'; elif $want_base; then echo ' --demo-base'; fi
}

may_install() {
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null ||
    die "missing: $(all_missing). This script knows only Debian and Ubuntu: install them by hand, then run bin/setup again"
  is_root || die "missing: $(all_missing). That takes root:
  sudo $home/bin/setup --system$(wanted_options)
It installs the packages ${packages[*]}. Then run bin/setup again."
}

install_packages() {
  ((${#missing[@]})) || return 0
  say "installing $(all_missing)"
  start_part packages apt_install
  end_part packages
}

apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@" </dev/null
}

apt_install() {
  local wanted
  if [[ " ${packages[*]} " == *"/$next_suite "* ]]; then add_next_suite; fi
  apt update || echo "apt-get update failed: trying with the lists that are there"
  mapfile -t wanted < <(available "${packages[@]}")
  apt install -y --no-install-recommends "${wanted[@]}"
}

# Newer releases have other JDKs than 17: then it is their default.
available() {
  local package
  for package in "$@"; do
    if [[ $package == openjdk-17-jdk-headless ]] && ! apt-cache show "$package" >/dev/null 2>&1; then
      package=default-jdk-headless
    fi
    echo "$package"
  done
}

# Debian 12 has no Compose v2. Pinned at 50, the next release's packages come
# only where they are asked for by name. A machine that knows that release has
# its own pins, which stay.
add_next_suite() {
  local mirror keys=/usr/share/keyrings/debian-archive-keyring.gpg
  if apt-get indextargets --format "\$(RELEASE)" | grep -qx "$next_suite"; then return; fi
  mirror=$(apt-get indextargets --format "\$(RELEASE) \$(REPO_URI)" | awk '$1 == "bookworm" { print $2; exit }')
  say "adding Debian's $next_suite, pinned low: $sources, $preferences"
  printf '%s\n' "# Made by Safe Update's bin/setup, for Docker Compose v2 and buildx." \
    'Package: *' "Pin: release n=$next_suite" 'Pin-Priority: 50' >"$preferences"
  printf '%s\n' "# Made by Safe Update's bin/setup, for Docker Compose v2 and buildx." \
    'Types: deb' "URIs: ${mirror:-http://deb.debian.org/debian}" "Suites: $next_suite" \
    'Components: main' "Signed-By: $keys" >"$sources"
}

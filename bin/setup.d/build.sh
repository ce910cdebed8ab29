# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# The build. bin/safe-update uses this file too.

readonly lib=$home/cli/target/safe-update/lib
readonly stamp=$home/cli/target/safe-update/built

# is_built: there are jars, made after the last change of the sources.
is_built() {
  [[ -f $stamp ]] && compgen -G "$lib/*.jar" >/dev/null || return 1
  [[ -z $(cd "$home" && find pom.xml ./*/pom.xml ./*/src/main .mvn -newer "$stamp" -print -quit) ]]
}

# Jars of dependencies that are none any more would stay on the class path.
drop_old_jars() {
  if [[ -n $(find "$home/pom.xml" "$home"/*/pom.xml -newer "$stamp" -print -quit 2>&1) ]]; then rm -rf "$lib"; fi
}

# The gates are for those who change the code: bin/test has them on.
build_project() {
  local before
  if is_built; then
    say 'Safe Update is built'
    return
  fi
  say 'building Safe Update'
  before=$(mktemp)
  drop_old_jars
  (cd "$home" && mvn -B -q -DskipTests -Dgates.skip=true package </dev/null)
  compgen -G "$lib/*.jar" >/dev/null || {
    echo "the build left no jars in $lib"
    return 1
  }
  mv "$before" "$stamp"
  say "built $lib"
}

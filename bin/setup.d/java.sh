# shellcheck shell=bash disable=SC2154  # bin/setup sets the variables
#
# A JDK of 17 or newer, Maven, git.

# Puts the major version of the JDK that Maven will use into java_version; 0: none.
find_java() {
  local bin=${JAVA_HOME:+$JAVA_HOME/bin/}
  java_version=$("${bin}javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p') || true
  java_version=${java_version:-0}
}

has_java() { ((java_version >= 17)); }

need_java() {
  find_java
  if ! has_java && [[ -n ${JAVA_HOME-} ]]; then
    warn "JAVA_HOME ($JAVA_HOME) is no JDK of 17 or newer: not used"
    unset JAVA_HOME
    find_java
  fi
  has_java || lacks 'a JDK of 17 or newer' openjdk-17-jdk-headless
  mvn --version >/dev/null 2>&1 || lacks Maven maven
  git --version >/dev/null 2>&1 || lacks git git
}

check_java() {
  has_java || find_java
  has_java || die "the JDK on PATH is older than 17 ($(command -v javac)): choose another with JAVA_HOME or update-alternatives --config javac"
  say "JDK $java_version, $(git --version)"
}

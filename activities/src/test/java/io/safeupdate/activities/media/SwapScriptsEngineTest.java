package io.safeupdate.activities.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.docker.Engine.ExecResult;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The swap, killed before each of its renames. */
@Tag("engine")
@Timeout(180)
class SwapScriptsEngineTest {
  /** Renames one at a time, and ends the script when its budget is spent. */
  private static final String SHIM =
      """
      printf '#!/bin/sh
      left=$(cat /budget); [ "$left" -gt 0 ] || { kill -9 $SU_SCRIPT; exit 1; }
      echo $((left - 1)) >/budget
      ' >/shim
      mkdir -p /shims; cp /shim /shims/sync; cp /shim /shims/mv; cat >>/shims/mv <<'EOF'
      case $1 in -n) shift 2 ;; *) exec /bin/mv "$@" ;; esac
      for to; do :; done
      while [ $# -gt 1 ]; do
        left=$(cat /budget); [ "$left" -gt 0 ] || { kill -9 $SU_SCRIPT; exit 1; }
        echo $((left - 1)) >/budget
        /bin/mv -n -- "$1" "$to"; shift
      done
      EOF
      chmod +x /shims/*
      """;

  private static final String GIVEN =
      """
      cd "$DIR" && rm -rf -- ..?* .[!.]* * && mkdir -p .safe-update-t-restore/files/media/b
      printf old >a; printf old >-x; mkdir c; printf old >c/d; chown 0:0 .; chmod 751 .
      stat -c '%u:%g %a %Y' . >.safe-update-t-restore/looks
      cd .safe-update-t-restore/files/media && chown 5:6 . && chmod 770 .
      printf new >a; printf new >e; printf new >b/f
      """;

  private static final String OLD = "-x=old a=old c/d=old 751 0:0 ";
  private static final String NEW = "a=new b/f=new e=new 770 5:6 ";

  private static Album album;

  @BeforeAll
  static void open() {
    album = Album.onVolume();
    album.sh(SHIM);
  }

  @AfterAll
  static void close() {
    album.close();
  }

  @Test
  void goes_on_wherever_it_was_killed() {
    int kills = 0;
    while (killedAfter(kills, SwapScripts.SWAP)) {
      assertThat(run(SwapScripts.SWAP).stderr()).isEmpty();
      assertThat(inUse()).as("killed after %d", kills).isEqualTo(NEW);
      assertThat(run(SwapScripts.FINISH).succeeded()).isTrue();
      assertThat(album.sh("cd \"$DIR\"/.safe-update-t-replaced && cat ./-x a c/d"))
          .isEqualTo("oldoldold");
      kills++;
    }
    assertThat(kills).isGreaterThan(9);
  }

  @Test
  void comes_back_from_wherever_it_was_killed() {
    int kills = 0;
    while (killedAfter(kills, SwapScripts.SWAP)) {
      assertThat(run(SwapScripts.UNDO).stderr()).isEmpty();
      assertThat(inUse()).as("killed after %d", kills).isEqualTo(OLD);
      kills++;
    }
  }

  @Test
  void comes_back_even_when_the_way_back_is_killed_anywhere() {
    int kills = 0;
    do {
      given();
      run(SwapScripts.SWAP);
      budget(kills);
      run(SwapScripts.UNDO);
      budget(1000);
      assertThat(run(SwapScripts.UNDO).stderr()).isEmpty();
      assertThat(inUse()).as("killed after %d", kills).isEqualTo(OLD);
      assertThat(album.sh("cd \"$DIR\"/.safe-update-t-abandoned && cat a b/f e"))
          .isEqualTo("newnewnew");
      kills++;
    } while (kills < 12);
  }

  @Test
  void overwrites_nothing_that_somebody_put_there_meanwhile() {
    given();
    killedAfter(5, SwapScripts.SWAP);
    album.sh("printf foreign >\"$DIR/e\"");

    ExecResult result = run(SwapScripts.SWAP);

    assertThat(result.exitCode()).isEqualTo(SwapScripts.NAME_TAKEN);
    assertThat(result.stdout()).contains("/e");
    assertThat(album.sh("cat \"$DIR/e\"")).isEqualTo("foreign");
  }

  private static void given() {
    album.sh(GIVEN);
    budget(1000);
  }

  /** Whether the kill came before the end. */
  private static boolean killedAfter(int steps, String script) {
    given();
    budget(steps);
    boolean killed = run(script).exitCode() == 137;
    budget(1000);
    return killed;
  }

  private static void budget(int steps) {
    album.sh("echo " + steps + " >/budget");
  }

  private static String inUse() {
    return album.sh(
        """
        cd "$DIR" && find . -name '.safe-update-*' -prune -o -type f -printf '%P\\n' | sort |
          while read -r f; do printf '%s=%s ' "$f" "$(cat "./$f")"; done
        stat -c '%a %u:%g ' . | tr -d '\\n'
        """);
  }

  private static ExecResult run(String script) {
    return album.run(
        "export SU_SCRIPT=$$ PATH=/shims:$PATH\n" + script,
        Map.of(
            "SU_MEDIA", album.directory,
            "SU_ROOT", "media",
            "SU_NEW", ".safe-update-t-restore",
            "SU_OLD", ".safe-update-t-replaced",
            "SU_ABANDONED", ".safe-update-t-abandoned"));
  }
}

package io.safeupdate.activities.media;

/**
 * Scripts that put unpacked files in the place of those that are there, by renaming what lies right
 * in the media directory, for that itself is mostly where a volume is mounted. Each can be killed
 * anywhere and run again; only one may run at a time.
 *
 * <p>Inputs: the media directory {@code SU_MEDIA}, its name {@code SU_ROOT}, and the names of our
 * own directories in it, {@code SU_NEW}, {@code SU_OLD} and {@code SU_ABANDONED}. How far the swap
 * came stands in {@code SU_NEW}: {@code moved-out} once nothing old is in its place any more,
 * {@code moved-in} once all that is new is.
 */
final class SwapScripts {
  /** There are no unpacked files. */
  static final int NOTHING_UNPACKED = 71;

  /** Something has a name that is needed; it is on the last line of the answer. */
  static final int NAME_TAKEN = 72;

  static final int NO_DIRECTORY = 73;

  /** The swap began already. */
  static final int BEGUN = 74;

  /** {@code mv} takes many names at a time, for there may be a hundred thousand. */
  private static final String BEGIN =
      """
      export LC_ALL=C
      cd -- "$SU_MEDIA" || exit 73
      new=./$SU_NEW old=./$SU_OLD files=./$SU_NEW/files/$SU_ROOT
      move() {
        export SU_TO="$2"
        find "$1" -mindepth 1 -maxdepth 1 ! -name '.safe-update-*' \\
          -exec sh -c 'mv -n -- "$@" "$SU_TO/"' sh {} +
        left=$(find "$1" -mindepth 1 -maxdepth 1 ! -name '.safe-update-*' | head -n 1)
        [ -z "$left" ] || { printf '%s\\n' "$left"; exit 72; }
      }
      # Owner, mode and time of the media directory itself.
      looks_of() { stat -c '%u:%g %a %Y' "$1"; }
      look_like() {
        chown "$1" . && chmod "$2" . && touch -d "@$3" .
      }
      """;

  static final String MAKE_ROOM =
      BEGIN
          + """
          [ ! -d "$old" ] && [ ! -e "$new/moved-out" ] || exit 74
          if [ -e "$new/looks" ]; then looks=$(cat "$new/looks"); else looks=$(looks_of .); fi
          rm -rf "$new" && mkdir -m 700 "$new" && mkdir "$new/files" || exit
          printf '%s\\n' "$looks" >"$new/looks"
          """;

  /** Bytes and inodes that are free, or {@code -} where the file system does not count them. */
  static final String ROOM =
      """
      cd -- "$SU_MEDIA" || exit 73
      stat -f -c 'free %a %S %d %c' .
      """;

  static final String SWAP =
      BEGIN
          + """
          [ -d "$files" ] || exit 71
          if [ ! -e "$new/moved-out" ]; then
            [ -d "$old" ] || mkdir -m 700 "$old" || exit
            looks_of "$files" >"$new/new-looks" || exit
            move . "$old"
            sync
            : >"$new/moved-out" || exit
          fi
          if [ ! -e "$new/moved-in" ]; then
            move "$files" .
            look_like $(cat "$new/new-looks") || exit
            sync
            : >"$new/moved-in" || exit
          fi
          [ -z "$(find "$old" -mindepth 1 | head -n 1)" ] || echo replaced
          """;

  /** How many entries lie right in the media directory, ours apart. */
  static final String COUNT =
      """
      cd -- "$SU_MEDIA" || exit 73
      [ -e "./$SU_NEW/moved-in" ] || exit 71
      find . -mindepth 1 -maxdepth 1 ! -name '.safe-update-*' \\
        -exec sh -c 'for one; do printf x; done' sh {} + | wc -c
      """;

  /** What was swapped in is kept: since then, somebody may have changed it. */
  static final String UNDO =
      BEGIN
          + """
          [ -d "$new" ] || exit 0
          if [ -e "$new/moved-out" ]; then
            : >"$new/kept" && mkdir -p "$files" || exit
            move . "$files"
            sync
            rm -f "$new/moved-in" "$new/moved-out" || exit
          fi
          looks=$(cat "$new/looks") || exit
          if [ -d "$old" ]; then
            move "$old" .
            sync
            rmdir "$old" || exit
          fi
          if [ -e "$new/kept" ] && [ -d "$files" ]; then
            kept=./$SU_ABANDONED number=1
            while [ -e "$kept" ]; do number=$((number + 1)) kept=./$SU_ABANDONED-$number; done
            chmod 700 "$files" && mv "$files" "$kept" && chown 0:0 "$kept" || exit
            printf '%s\\n' "$kept"
          fi
          rm -rf "$new" && look_like $looks
          """;

  /** What was replaced stays. */
  static final String FINISH =
      BEGIN
          + """
          if [ -d "$new" ]; then
            [ -e "$new/moved-in" ] || exit 71
            [ -z "$(find "$files" -mindepth 1 | head -n 1)" ] || exit 72
            looks=$(cat "$new/new-looks") && rm -rf "$new" || exit
            rmdir "$old" 2>/dev/null
            look_like $looks || exit
          fi
          """;

  private SwapScripts() {}
}

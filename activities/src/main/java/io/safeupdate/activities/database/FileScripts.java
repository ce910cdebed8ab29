package io.safeupdate.activities.database;

/** Scripts that work in the backup directory, {@code SU_DIR}, on the file {@code SU_NAME}. */
final class FileScripts {
  static final int NO_DIRECTORY = 66;
  static final int NO_FILE = 67;

  static final String ENTER =
      """
      cd -- "$SU_DIR" 2>/dev/null || exit 66
      file=./$SU_NAME
      """;

  /**
   * Hashes a stream. Many a {@code sha256sum} makes no use of what the processor has for it, and
   * takes three times as long.
   */
  private static final String DIGEST =
      """
      digest() {
        if command -v openssl >/dev/null && openssl dgst -sha256 -r </dev/null >/dev/null 2>&1; then
          openssl dgst -sha256 -r
        else
          sha256sum
        fi
      }
      """;

  /** Tells what a file is by its first bytes, and {@code text} writes it as SQL to stdout. */
  private static final String OPEN =
      ENTER
          + """
          [ -f "$file" ] || exit 67
          begin() { head -c 5 | od -An -tx1 | tr -d ' \\n'; }
          packed=no
          format=plain
          case $(begin <"$file") in
            1f8b*)
              packed=yes
              case $(gzip -dc "$file" 2>/dev/null | begin) in 5047444d50) format=custom ;; esac ;;
            5047444d50) format=custom ;;
          esac
          text() {
            case $format-$packed in
              custom-no) pg_restore -f /dev/stdout "$file" ;;
              custom-yes) gzip -t "$file" && gzip -dc "$file" | pg_restore -f /dev/stdout ;;
              plain-yes) gzip -dc "$file" ;;
              plain-no) cat "$file" ;;
            esac
          }
          """;

  static final Script MAKE_DIRECTORY = new Script("umask 077; mkdir -p -- \"$SU_DIR\"\n");

  static final Script LIST =
      new Script(
          ENTER
              + """
              printf 'safe-update\\0'
              count=0
              for file in *; do
                [ -f "./$file" ] && [ ! -L "./$file" ] || continue
                count=$((count + 1))
                [ $count -gt "$SU_SKIP" ] || continue
                [ $count -le $((SU_SKIP + SU_PAGE)) ] || break
                facts=$(stat -c '%s %Y %i' "./$file") && printf '%s\\0%s\\0' "$facts" "$file"
              done
              if [ $count -gt $((SU_SKIP + SU_PAGE)) ]; then printf 'more\\0'; else printf 'end\\0'; fi
              """);

  static final Script HASH =
      new Script(
          ENTER
              + DIGEST
              + """
              [ -f "$file" ] || exit 67
              sum=$(digest <"$file") && printf '%s\\n' "${sum%% *}"
              """);

  /** One pass over the content. Not every shell knows {@code pipefail}: descriptor 4 tells. */
  static final Script VERIFY =
      new Script(
          OPEN
              + DIGEST
              + """
              sum=$(digest <"$file") || exit
              printf 'bytes=%s\\nsha256=%s\\n' "$(stat -c %s "$file")" "${sum%% *}"
              printf 'packed=%s\\nformat=%s\\n' $packed $format
              look() {
                awk '/^\\\\(c|connect) / { connect = NR }
                     /^-- PostgreSQL database dump complete/ { trailer = NR }
                     NR < 100 && /^-- Dumped from database version [0-9]/ { major = $6 + 0 }
                     END { printf "lines=%d\\ntrailer=%d\\nconnect=%d\\nmajor=%d\\n",
                             NR, trailer, connect, major }'
              }
              exec 3>&1
              { { text; echo "read=$?" >&4; } | look >&3; } 4>&1
              """);

  /** The mark goes in with the last statement, and only if the file could be read to its end. */
  static final Script RESTORE =
      new Script(
          OPEN
              + """
              export PGDATABASE="$SU_TARGET" PGAPPNAME='safe-update restore'
              export PGOPTIONS='-c default_transaction_read_only=off -c statement_timeout=0'
              { printf '%s\\n' "${SU_BEFORE-}" && text &&
                printf '\\n%s\\n%s;\\n' "${SU_AFTER-}" "$SU_MARK"; } |
                psql -X -q -1 -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -f - >/dev/null
              """);

  /** The lines of a dump that may name roles, cut down to where these stand. */
  static final Script ROLES =
      new Script(
          OPEN
              + """
              text | grep -a -E '^(ALTER|GRANT|REVOKE|CREATE POLICY|CREATE USER MAPPING|SET SESSION) ' |
                sed -n -E \\
                  -e 's/^ALTER .* OWNER TO (.*);$/OWNER TO \\1;/p' \\
                  -e 's/^(GRANT|REVOKE) .* (TO|FROM) (.*);$/TO \\3;/p' \\
                  -e '/^ALTER DEFAULT PRIVILEGES /p' \\
                  -e '/^(CREATE|SET) /p' |
                sort -u | head -c 60000
              """);

  static final Script DUMP =
      new Script(
          ENTER
              + """
              umask 077
              rm -f "./.$SU_NAME".*.partial
              part=./.$SU_NAME.$$.partial
              trap 'rm -f "$part"' EXIT
              trap 'exit 1' HUP INT TERM
              export PGDATABASE="$live"
              failed=$({ { pg_dump || echo dump >&4; } | gzip >"$part" || echo gzip >&4; } 4>&1)
              [ -z "$failed" ] || exit 1
              sync "$part" 2>/dev/null || sync
              mv -f "$part" "$file"
              """);

  /** What there is of a dump that is being made. */
  static final Script DUMPED = new Script(ENTER + "stat -c %s \"./.$SU_NAME\".*.partial\n");

  static final Script REMOVE = new Script(ENTER + "rm -f \"$file\"\n");

  private FileScripts() {}
}

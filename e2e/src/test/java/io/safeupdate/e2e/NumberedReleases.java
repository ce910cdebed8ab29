package io.safeupdate.e2e;

import java.util.List;
import java.util.Map;

/** Releases of the demo application without end, each with a migration of its own. */
final class NumberedReleases {
  private static final String SCRIPT =
      """
      work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
      git clone -q remote.git "$work" && cd "$work"
      git read-tree -um "$BASE"
      book=backend/guestbook
      last=$(basename "$(ls $book/migrations/[0-9]*.py | tail -n 1)" .py)
      migration=$book/migrations/$(printf %04d "$NUMBER")_numbered.py
      echo "VERSION = \\"$NUMBER\\"" >$book/__init__.py
      cat >"$migration" <<EOF
      from django.db import migrations


      class Migration(migrations.Migration):
          dependencies = [("guestbook", "$last")]
          operations = [migrations.RunSQL("CREATE TABLE numbered_$NUMBER (id integer)")]
      EOF
      eval "$BREAK"
      git add -A
      git -c user.name=Ada -c user.email=ada@example.com commit -qm "Release $NUMBER"
      git push -q origin HEAD:master
      """;

  private final GuestBook book;
  private int number = 1;

  NumberedReleases(GuestBook book) {
    this.book = book;
  }

  /** Publishes the next one, unless the application has not got the last one yet. */
  String next() {
    return book.remoteHead().equals(book.commit()) ? next(Breakage.NONE) : book.remoteHead();
  }

  /** Publishes one more, made from what the application has got. */
  String next(Breakage breakage) {
    number++;
    Map<String, String> environment =
        Map.of("NUMBER", String.valueOf(number), "BASE", book.commit(), "BREAK", breakage.script());
    Run.of(book.directory(), environment, List.of("bash", "-ec", SCRIPT)).orFail();
    return book.remoteHead();
  }

  /** The version that the last one says it is. */
  String version() {
    return String.valueOf(number);
  }
}

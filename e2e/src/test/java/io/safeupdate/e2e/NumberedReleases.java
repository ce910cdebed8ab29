package io.safeupdate.e2e;

import java.util.List;
import java.util.Map;

/** Releases of the demo application without end, each with a migration of its own. */
final class NumberedReleases {
  private static final String SCRIPT =
      """
      work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
      git clone -q remote.git "$work" && cd "$work/backend/guestbook"
      last=$(basename "$(ls migrations/[0-9]*.py | tail -n 1)" .py)
      echo "VERSION = \\"$NUMBER\\"" >__init__.py
      cat >"migrations/$(printf %04d "$NUMBER")_numbered.py" <<EOF
      from django.db import migrations


      class Migration(migrations.Migration):
          dependencies = [("guestbook", "$last")]
          operations = [migrations.RunSQL("CREATE TABLE numbered_$NUMBER (id integer)")]
      EOF
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
    if (book.remoteHead().equals(book.commit())) {
      number++;
      Map<String, String> environment = Map.of("NUMBER", String.valueOf(number));
      Run.of(book.directory(), environment, List.of("bash", "-ec", SCRIPT)).orFail();
    }
    return book.remoteHead();
  }

  /** The version that the last one says it is. */
  String version() {
    return String.valueOf(number);
  }
}

package io.safeupdate.e2e;

/** What may be wrong with a numbered release. */
enum Breakage {
  NONE(""),
  BUILD("echo 'RUN false' >>compose/production/django/Dockerfile"),
  MIGRATION(
      "sed -i 's/^    operations.*/    operations = [migrations.RunSQL(\"DELETE FROM guestbook_row\"),"
          + " migrations.RunSQL(\"SELECT 1\\/0\")]/' \"$migration\""),
  START("echo 'raise RuntimeError(\"it does not start\")' >>backend/config/wsgi.py"),
  HEALTH(
      "sed -i 's/\"status\": \"ok\"}/\"status\": \"sick\"}, status=500/' backend/guestbook/pages.py");

  private final String script;

  Breakage(String script) {
    this.script = script;
  }

  /** Breaks the release whose files lie in the working directory. */
  String script() {
    return script;
  }
}

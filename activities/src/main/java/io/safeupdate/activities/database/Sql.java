package io.safeupdate.activities.database;

import java.util.Map;
import java.util.TreeMap;

/**
 * A script for psql: a constant text, and the values of the psql variables in it. Names and texts
 * enter a script only here, so that none of them can end a quotation.
 *
 * <p>In the text {@code :'name'} is a value as a literal and {@code :"name"} as an identifier.
 */
record Sql(String text, Map<String, String> values) {
  static final Sql NOTHING = of("");

  Sql {
    values = Map.copyOf(values);
  }

  static Sql of(String text) {
    return new Sql(text, Map.of());
  }

  Sql with(String name, Object value) {
    Map<String, String> all = new TreeMap<>(values);
    all.put(name, value.toString());
    return new Sql(text, all);
  }

  /** What psql reads. */
  String script() {
    StringBuilder script = new StringBuilder();
    new TreeMap<>(values).forEach((name, value) -> script.append(variable(name, value)));
    return script.append(text).append('\n').toString();
  }

  /** A name in double quotes, for text that is not a script of ours. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A string in single quotes, right whatever {@code standard_conforming_strings} says. */
  static String literal(String value) {
    String quoted = "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
    return value.contains("\\") ? " E" + quoted : quoted;
  }

  private static String variable(String name, String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r");
    return "\\set " + name + " '" + escaped + "'\n";
  }
}

package io.safeupdate.cli.init;

import java.util.ArrayList;
import java.util.List;

/** What was found, why it is believed, and what a person should look at. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * One thing that was found.
   *
   * @param what a key of the configuration
   * @param why how it is known
   */
  public record Finding(String what, String value, String why) {}

  void add(String what, Object value, String why) {
    found.add(new Finding(what, value.toString(), why));
  }

  void warn(String text) {
    warnings.add(text);
  }

  List<Finding> found() {
    return List.copyOf(found);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}

package io.safeupdate.api.console.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and values, one pair under the other. */
public final class Facts {
  private final List<Html> rows = new ArrayList<>();

  public Facts add(String name, Html value) {
    rows.add(Html.tag("div").around(Html.tag("dt").text(name), Html.tag("dd").around(value)));
    return this;
  }

  public Facts add(String name, String value) {
    return add(name, Html.text(value));
  }

  /** What cannot be told is left out. */
  public Facts add(String name, Optional<String> value) {
    value.ifPresent(known -> add(name, known));
    return this;
  }

  public Html list() {
    return Html.tag("dl").around(rows);
  }
}

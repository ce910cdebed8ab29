package io.safeupdate.activities.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShownTest {
  private static final String UNSEEN = "[\\p{C}\\p{Zl}\\p{Zp}]";

  @Property
  void whatever_is_shown_is_on_one_line_and_can_be_seen(@ForAll String text) {
    assertThat(Shown.line(text)).doesNotContainPattern(UNSEEN);
    assertThat(Shown.path(text)).doesNotContainPattern(UNSEEN);
  }

  @Property
  void two_paths_never_look_alike(@ForAll String one, @ForAll String other) {
    Assume.that(!one.equals(other));

    assertThat(Shown.path(one)).isNotEqualTo(Shown.path(other));
  }

  @Test
  void a_usual_path_stays_as_it_is() {
    assertThat(Shown.path("src/größe-1.py")).isEqualTo("src/größe-1.py");
  }

  @Test
  void an_unusual_path_shows_where_it_ends() {
    assertThat(Shown.path("a, b\n\u001b[31m\"")).isEqualTo("\"a, b\\n\\u001b[31m\\\"\"");
  }
}

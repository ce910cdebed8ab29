package io.safeupdate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PrintableTest {

  @Property
  void no_control_character_gets_through_but_line_ends_tabs_and_our_own_colours(
      @ForAll("texts") String text) {
    String rest = Printable.of(text).replaceAll("\u001b\\[(0|1|2|31|32|33)m", "");

    assertThat(rest).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}&&[^\n\t]]");
  }

  @Test
  void what_can_be_seen_stays_as_it_is() {
    String text = "größe → 漢字 🚀\n\tindented | $(x) `y`\n";

    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void our_own_colours_stay() {
    String text = new Style(true, 80).bad("no") + new Style(true, 80).faint("…");

    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void a_window_title_a_cursor_move_and_turned_writing_are_taken_apart() {
    assertThat(Printable.of("a\u001b]0;owned\u0007\u001b[2Ab\u202ecd\rx\u009b2J"))
        .isEqualTo("a�]0;owned��[2Ab�cd�x�2J");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings()
            .withChars("\u001b[0123;m]ab\r\n\t\u007f\u009b\u202e")
            .ofMaxLength(40));
  }
}

package io.safeupdate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.terminal.Style;
import org.junit.jupiter.api.Test;

final class ProseTest {
  @Test
  void a_terminal_gets_lines_that_fit() {
    assertThat(Prose.indented("one two three four five six", "  ", new Style(false, 22)))
        .isEqualTo("  one two three four\n  five six\n");
  }

  @Test
  void lines_of_logs_keep_their_own_ends_and_indents() {
    assertThat(Prose.indented("It failed:\n    Traceback\n\n    boom\n", "  ", Style.PLAIN))
        .isEqualTo("  It failed:\n      Traceback\n\n      boom\n");
  }

  @Test
  void a_word_that_is_too_long_is_left_whole() {
    String word = "x".repeat(60);

    assertThat(Prose.indented(word + " end", "", new Style(false, 40))).isEqualTo(word + "\nend\n");
  }

  @Test
  void without_a_terminal_nothing_is_broken() {
    assertThat(Prose.indented("word ".repeat(100), "", Style.PLAIN).lines()).hasSize(1);
  }
}

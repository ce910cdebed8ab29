package io.safeupdate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StyleTest {
  @Test
  void text_that_does_not_fit_ends_with_an_ellipsis() {
    assertThat(new Style(false, 10).fit("0123456789", 0)).isEqualTo("0123456789");
    assertThat(new Style(false, 10).fit("0123456789", 2)).isEqualTo("0123456…");
  }

  @Test
  void colours_are_optional() {
    assertThat(new Style(true, 80).bad("failed")).isEqualTo("\u001b[31mfailed\u001b[0m");
    assertThat(Style.PLAIN.bad("failed")).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({"'24 120\n', 120", "'24 20\n', 40", "'0 0\n', 80", "'', 80", "'stty: no', 80"})
  void the_width_is_what_the_terminal_says_within_reason(String answer, int columns) {
    assertThat(ProcessScreen.columns(answer)).isEqualTo(columns);
  }
}

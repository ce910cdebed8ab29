package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColoursTest {

  @Test
  void takes_colours_cursor_moves_and_titles_out_of_a_text() {
    assertThat(Colours.strip("\u001B[1;31mred\u001B[0m \u001B[2K\u001B]0;title\u0007plain\u001BM"))
        .isEqualTo("red plain");
  }

  @Test
  void leaves_brackets_alone() {
    assertThat(Colours.strip("#12 [django 3/7] RUN")).isEqualTo("#12 [django 3/7] RUN");
  }
}

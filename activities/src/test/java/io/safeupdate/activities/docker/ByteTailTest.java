package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The end of something long. */
class ByteTailTest {

  @Test
  void keeps_the_last_bytes() {
    assertThat(tail(6, "one\ntwo\nthree\n").text()).isEqualTo("three\n");
  }

  @Test
  void begins_with_a_whole_line_where_the_beginning_is_cut_off() {
    assertThat(tail(8, "one\nsecret\nthree\n").wholeLines()).isEqualTo("three\n");
  }

  @Test
  void keeps_the_first_line_of_what_is_short_enough() {
    assertThat(tail(100, "one\ntwo\n").wholeLines()).isEqualTo("one\ntwo\n");
  }

  private static ByteTail tail(int most, String text) {
    ByteTail tail = new ByteTail(most);
    tail.append(text.getBytes(StandardCharsets.UTF_8));
    return tail;
  }
}

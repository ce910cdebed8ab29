package io.safeupdate.activities.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "7823000, 7.8 MB",
    "120000000000, 120 GB",
    "9223372036854775807, 9223 PB"
  })
  void sizes_have_the_unit_that_makes_them_short(long bytes, String words) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(words);
  }

  @Test
  void one_of_a_kind_is_singular() {
    assertThat(Amounts.count(1, "image")).isEqualTo("1 image");
    assertThat(Amounts.count(0, "image")).isEqualTo("0 images");
    assertThat(Amounts.count(3, "image")).isEqualTo("3 images");
  }
}

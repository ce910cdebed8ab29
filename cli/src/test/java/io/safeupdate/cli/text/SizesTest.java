package io.safeupdate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999999, 1.0 MB",
    "12300000, 12.3 MB",
    "3000000000, 3.0 GB",
    "9223372036854775807, 9.2 EB"
  })
  void sizes_are_powers_of_ten(long bytes, String text) {
    assertThat(Sizes.of(bytes)).isEqualTo(text);
  }
}

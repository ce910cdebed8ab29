package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
  private final Interpolation interpolation =
      new Interpolation(Map.of("A", "one", "B", "$A ${A} \\1", "EMPTY", ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "${A} | one",
        "${A}${A}/x | oneone/x",
        "${B} | $A ${A} \\1",
        "<${EMPTY}> | <>",
        "${EMPTY:-two} | two",
        "${C:-} x | ' x'",
        "${C:-http://h:1/?a=b-c} | http://h:1/?a=b-c",
        "$$ | $",
        "$${A} | ${A}",
        "$$$A | $$A",
        "$A and $ | $A and $",
        "{backup} | {backup}",
      })
  void fills_in(String text, String filled) throws Rejection {
    assertThat(interpolation.fill(text)).isEqualTo(filled);
  }
}

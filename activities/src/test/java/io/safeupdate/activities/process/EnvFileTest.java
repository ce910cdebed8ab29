package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EnvFileTest {

  @Property
  void reads_any_text(@ForAll("texts") String text) {
    assertThat(EnvFile.parse(text)).doesNotContainKey("");
  }

  @Property
  void a_quoted_value_is_read_to_its_end(@ForAll("values") String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");

    assertThat(EnvFile.parse("A=1\nSECRET=\"" + escaped + "\"\nB=2\n"))
        .containsEntry("SECRET", value)
        .containsEntry("B", "2");
  }

  @Test
  void a_value_may_be_a_megabyte_long() {
    String value = "abc\\\\d\n".repeat(150_000);

    assertThat(EnvFile.parse("KEY=\"" + value + "\"").get("KEY"))
        .isEqualTo(value.replace("\\\\", "\\"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aB=:'\"\\#$ \n\r\texport\0").ofMaxLength(80);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars("aB=:'\"#$ \n").ofMaxLength(40);
  }
}

package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a secret is made of and wherever it stands, nothing is left of it. */
class SecretMaskPropertyTest {

  @Property
  void nothing_is_left_of_a_secret(
      @ForAll("secrets") String secret,
      @ForAll("texts") String before,
      @ForAll("texts") String after) {
    SecretMask mask = SecretMask.ofEnvironment(Map.of("DB_PASSWORD", secret));

    assertThat(mask.apply(before + secret + after)).doesNotContain(secret);
  }

  @Property
  void a_longer_secret_is_hidden_whole(
      @ForAll("secrets") String secret, @ForAll("secrets") String rest) {
    SecretMask mask = SecretMask.ofEnvironment(Map.of("A_TOKEN", secret, "B_TOKEN", secret + rest));

    assertThat(mask.apply("<" + secret + rest + ">")).isEqualTo("<***>");
  }

  @Provide
  Arbitrary<String> secrets() {
    Arbitrary<String> letters = Arbitraries.strings().withCharRange('a', 'h').ofLength(1);
    Arbitrary<String> any =
        Arbitraries.strings()
            .withChars("abcXYZ019$\\\"'+/=%[](){}|^.?")
            .ofMinLength(4)
            .ofMaxLength(30);
    return Combinators.combine(letters, any, letters)
        .as((start, middle, end) -> start + middle + end);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("xyz -=:\n").ofMaxLength(20);
  }
}

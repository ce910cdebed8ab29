package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Names of services and deployments of all sorts, as parts of image references. */
class ImageNamesTest {
  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";

  @Property
  void a_reference_is_one_that_docker_takes(
      @ForAll("names") String deployment, @ForAll("names") String service) {
    String reference = ImageNames.prepared(deployment, service, "0123456789ab");

    assertThat(reference)
        .matches("safe-update/" + COMPONENT + "/" + COMPONENT + ":0123456789ab-new")
        .hasSizeLessThan(255);
  }

  @Property
  void two_services_never_share_a_reference(
      @ForAll("names") String one, @ForAll("names") String other) {
    Assume.that(!one.equals(other));

    assertThat(ImageNames.pinned("shop", one, "1"))
        .isNotEqualTo(ImageNames.pinned("shop", other, "1"));
  }

  @Property
  void a_hashed_name_is_never_the_plain_name_of_another(@ForAll("names") String name) {
    String plain = ImageNames.plain(name);

    assertThat(ImageNames.plain(plain).equals(plain)).isEqualTo(plain.equals(name));
  }

  @Test
  void a_plain_name_stays_as_it_is() {
    assertThat(ImageNames.prefix("shop-2")).isEqualTo("safe-update/shop-2/");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("aAbB01._-")
        .ofMinLength(1)
        .ofMaxLength(12)
        .injectDuplicates(0.1)
        .flatMap(name -> Arbitraries.of(name, name, name + "x".repeat(300)));
  }
}

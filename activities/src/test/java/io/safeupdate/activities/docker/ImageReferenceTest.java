package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "redis, redis, latest",
    "redis:5.0, redis, 5.0",
    "registry:5000/shop/web, registry:5000/shop/web, latest",
    "registry:5000/shop/web:2, registry:5000/shop/web, 2"
  })
  void tells_the_tag_from_the_port(String reference, String repository, String tag) {
    assertThat(ImageReference.parse(reference)).isEqualTo(new ImageReference(repository, tag));
  }

  @Test
  void refuses_a_digest() {
    assertThatThrownBy(() -> ImageReference.parse("redis@sha256:0123"))
        .hasMessageContaining("redis@sha256:0123");
  }
}

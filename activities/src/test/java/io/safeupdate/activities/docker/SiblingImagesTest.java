package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiblingImagesTest {
  private final SiblingImages siblings =
      new SiblingImages(
          Map.of("base", "shop-base", "tools", "reg:5000/tools:2"),
          Map.of("base", "su/base:new", "tools", "su/tools:new"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM shop-base|FROM su/base:new",
        "from shop-base:latest AS build|from su/base:new AS build",
        "FROM --platform=linux/amd64 docker.io/library/shop-base|FROM --platform=linux/amd64 su/base:new",
        "FROM shop-base AS shop-base|FROM su/base:new AS shop-base",
        "FROM reg:5000/tools:2|FROM su/tools:new",
        "ARG BASE=shop-base|ARG BASE=su/base:new",
        "ARG BASE=\"shop-base:latest\"|ARG BASE=\"su/base:new\"",
        "COPY --from=reg:5000/tools:2 /a /b|COPY --from=su/tools:new /a /b",
        "RUN --mount=type=bind,from=shop-base,target=/x make|RUN --mount=type=bind,from=su/base:new,target=/x make"
      })
  void puts_the_prepared_name_in_place_of_the_sibling(String line, String rewritten) {
    assertThat(siblings.dockerfile("# a comment\n" + line + "\n").text())
        .isEqualTo("# a comment\n" + rewritten + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "FROM python:3.11",
    "FROM my-shop-base",
    "FROM shop-base-slim",
    "FROM shop-base:3",
    "FROM reg:5000/tools",
    "RUN echo shop-base",
    "ENV NAME=shop-base",
    "# FROM shop-base"
  })
  void leaves_everything_else_alone(String line) {
    SiblingImages.Rewritten rewritten = siblings.dockerfile(line + "\n");

    assertThat(rewritten.text()).isEqualTo(line + "\n");
    assertThat(rewritten.siblings()).isEmpty();
  }

  @Test
  void takes_a_stage_of_the_same_name_for_the_stage() {
    String text =
        "FROM shop-base AS shop-base\nRUN make\nFROM scratch\nCOPY --from=shop-base /a /b\n";

    assertThat(siblings.dockerfile(text).text())
        .isEqualTo(
            "FROM su/base:new AS shop-base\nRUN make\nFROM scratch\nCOPY --from=shop-base /a /b\n");
  }

  @Test
  void tells_which_siblings_must_be_built_first() {
    assertThat(siblings.dockerfile("FROM shop-base\n").siblings()).containsExactly("base");
    assertThat(siblings.argument("reg:5000/tools:2"))
        .isEqualTo(new SiblingImages.Rewritten("su/tools:new", java.util.Set.of("tools")));
    assertThat(siblings.argument("3.11").siblings()).isEmpty();
  }
}

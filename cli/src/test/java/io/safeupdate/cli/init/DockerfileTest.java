package io.safeupdate.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DockerfileTest {
  @TempDir Path directory;

  @Test
  void the_base_follows_arguments_and_stages() {
    assertThat(dockerfile("ARG V=15\nFROM postgres:${V}\n").base()).contains("postgres:15");
    assertThat(dockerfile("FROM ${BASE:-redis:7} AS a\nFROM a AS b\nFROM --platform=x b\n").base())
        .contains("redis:7");
    assertThat(dockerfile("ARG BASE=x\nFROM $BASE\n", Map.of("BASE", "given:1")).base())
        .contains("given:1");
  }

  @Test
  void comments_and_continued_lines_are_understood() {
    Dockerfile file =
        dockerfile("# FROM no\nFROM python:3\nCOPY a \\\n  b /usr/local/bin/\nCMD [\"/start\"]\n");

    assertThat(file.base()).contains("python:3");
    assertThat(file.copies()).contains("a", "b");
    assertThat(file.starts()).containsExactly("[\"/start\"]");
  }

  @Test
  void a_dockerfile_that_is_not_here_is_nothing() {
    assertThat(Dockerfile.of(service("nowhere", Map.of()))).isEmpty();
  }

  private Dockerfile dockerfile(String text) {
    return dockerfile(text, Map.of());
  }

  private Dockerfile dockerfile(String text, Map<String, String> arguments) {
    try {
      Files.writeString(directory.resolve("Dockerfile"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Dockerfile.of(service("Dockerfile", arguments)).orElseThrow();
  }

  private ServiceFacts service(String dockerfile, Map<String, String> arguments) {
    return new ServiceFacts(
        "x",
        Optional.empty(),
        Optional.of(new ServiceFacts.Build(directory, dockerfile, arguments)),
        List.of(),
        Set.of(),
        Set.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

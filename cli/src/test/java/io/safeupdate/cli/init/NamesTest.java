package io.safeupdate.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "postgres:15, DATABASE",
    "docker.io/library/postgres, DATABASE",
    "localhost:5000/team/postgis:16-3.4@sha256:00, DATABASE",
    "redis:7, INFRASTRUCTURE",
    "nginxinc/nginx-unprivileged:1.27, INFRASTRUCTURE",
    "ghcr.io/ada/guestbook:production, APPLICATION",
    "python:3.12-slim, APPLICATION"
  })
  void the_name_of_an_image_says_what_it_is_for(String reference, ImageRole role) {
    assertThat(ImageRole.of(reference)).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "production.yml, PRODUCTION, production",
    "docker-compose.prod.yml, PRODUCTION, production",
    "compose.staging.yaml, STAGING, staging",
    "docker-compose.yml, PLAIN, production",
    "local.yml, DEVELOPMENT, local",
    "products.yml, PLAIN, production"
  })
  void the_name_of_a_file_says_what_environment_it_describes(
      String file, Environment environment, String deployment) {
    assertThat(Environment.of(file)).isEqualTo(environment);
    assertThat(environment.deployment()).isEqualTo(deployment);
  }
}

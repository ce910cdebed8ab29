package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "POSTGRES_PASSWORD, django",
    "DJANGO_SECRET_KEY, 'abc def ghi'",
    "MAILGUN_API_KEY, 1234567",
    "SENTRY_DSN, https://o1.ingest.io/1",
    "db_pwd, four",
    "HASH_SALT, pepper",
    "OPAQUE, b3Blbn9zZXNhbWU4",
    "JWT, eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
    "DATABASE_URL, postgres://app:sesame@db:5432/app"
  })
  void hides_what_looks_secret(String name, String value) {
    SecretMask mask = SecretMask.ofEnvironment(Map.of(name, value));

    assertThat(mask.apply("Cannot use '" + value + "' here")).isEqualTo("Cannot use '***' here");
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRES_HOST, postgres",
    "POSTGRES_DB, django",
    "DJANGO_SETTINGS_MODULE, config.settings.production",
    "USE_SECRETS, true",
    "TOKEN_SECONDS, 3600",
    "DJANGO_ALLOWED_HOSTS, shop1.example.org",
    "MEDIA_ROOT, /app/media/2024-uploads",
    "REDIS_URL, redis://redis:6379/0",
    "POSTGRES_PASSWORD_FILE, /run/secrets/db",
    "GREETING, 'a long sentence of 7 words'",
    "API_KEY, abc"
  })
  void leaves_words_that_are_no_secret(String name, String value) {
    SecretMask mask = SecretMask.ofEnvironment(Map.of(name, value));

    assertThat(mask.apply("value " + value)).isEqualTo("value " + value);
  }

  @Test
  void hides_the_password_of_a_url_by_itself() {
    SecretMask mask =
        SecretMask.ofEnvironment(Map.of("DATABASE_URL", "postgres://app:sesame@db:5432/app"));

    assertThat(mask.apply("password sesame refused by db")).isEqualTo("password *** refused by db");
  }

  @Test
  void hides_a_secret_in_the_spellings_it_turns_up_in() {
    SecretMask mask = SecretMask.ofEnvironment(Map.of("PASSWORD", "pa$word\"1 x"));

    assertThat(mask.apply("plain pa$word\"1 x")).isEqualTo("plain ***");
    assertThat(mask.apply("in compose pa$$word\"1 x")).isEqualTo("in compose ***");
    assertThat(mask.apply("in JSON pa$word\\\"1 x")).isEqualTo("in JSON ***");
    assertThat(mask.apply("in a URL pa%24word%221+x")).isEqualTo("in a URL ***");
  }

  @Test
  void hides_each_line_of_a_secret_of_many_lines() {
    SecretMask mask = SecretMask.ofEnvironment(Map.of("PRIVATE_KEY", "BEGIN\nMIIEvQ\nEND!"));

    assertThat(mask.apply("MIIEvQ")).isEqualTo("***");
  }

  @Test
  void hides_the_longer_of_two_secrets_whole() {
    SecretMask mask =
        SecretMask.ofEnvironment(Map.of("PASSWORD", "open"))
            .and(SecretMask.ofEnvironment(Map.of("TOKEN", "open-sesame")));

    assertThat(mask.apply("open-sesame, open")).isEqualTo("***, ***");
  }

  @Test
  void reads_the_secrets_of_an_env_file_quoted_or_not() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("env"),
            """
            # TOKEN=commented-out
            export DB_PASSWORD='pa$word#1'
            DJANGO_SECRET_KEY="with \\"quotes\\""
            API_TOKEN=bare-value # a comment
            SIGNING_KEY="line one
            line two"
            EMPTY=
            """);

    SecretMask mask = SecretMask.ofEnvFile(file);

    assertThat(mask.apply("pa$word#1|with \"quotes\"|bare-value|line one|line two|comment"))
        .isEqualTo("***|***|***|***|***|comment");
  }

  @Test
  void hides_nothing_when_there_is_no_env_file() {
    assertThat(SecretMask.ofEnvFile(directory.resolve("missing")).apply("text")).isEqualTo("text");
  }

  @Test
  void does_not_print_what_it_hides() {
    assertThat(SecretMask.ofEnvironment(Map.of("PASSWORD", "hunter22")).toString())
        .doesNotContain("hunter22");
  }
}

package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWriterTest {
  @TempDir Path directory;

  @Test
  void writes_what_differs_from_the_defaults_in_a_readable_form() {
    DeploymentConfig deployment =
        new DeploymentDraft("production", ConfigFixture.HOME.resolve("shop"))
            .files(
                List.of(Path.of("production.yml"), Path.of("/etc/shop/extra.yml")),
                Optional.of(Path.of(".env_production")))
            .project(Optional.of("shop"), List.of())
            .source("origin", "main")
            .database(
                DatabaseConfig.of("postgres"),
                new MigrateConfig.Command(
                    "django", List.of("python", "manage.py", "migrate"), Optional.empty()))
            .health(
                new HealthConfig(
                    List.of(HttpProbe.of(URI.create("http://127.0.0.1:8000/"))),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(10)))
            .complete();

    assertThat(writer().render(SafeUpdateConfig.of(ConfigFixture.HOME, List.of(deployment))))
        .isEqualTo(
            """
            # What Safe Update knows of this host. A key that is left out has its default;
            # docs/configuration.md explains them all.
            deployments:
              production:
                # The git checkout; the files below are relative to it.
                directory: ~/shop
                composeFiles: [production.yml, /etc/shop/extra.yml]
                envFile: .env_production
                project: shop
                # An update follows this branch of this remote.
                remote: origin
                branch: main
                # The application's own backup scripts, and where in the service they write.
                database:
                  service: postgres
                  backup: [backup]
                  backups: [backups]
                  restore: [restore, "{backup}"]
                  directory: /backups
                # How the database comes to the form that a release expects.
                migrate:
                  service: django
                  command: [python, manage.py, migrate]
                # A version is good when these answer in time, and go on answering.
                health:
                  http: [{url: "http://127.0.0.1:8000/", status: 200}]
                  timeout: PT5M
            """);
  }

  @Test
  void writes_the_sample_back() {
    SafeUpdateConfig sample =
        new ConfigLoader(Map.of(), ConfigFixture.HOME).load(Path.of("samples/safe-update.yml"));

    assertThat(new ConfigFixture(directory).load(writer().render(sample)))
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(sample);
  }

  @Test
  void shows_the_decision_that_a_database_has_no_migrations() {
    DeploymentConfig deployment =
        new DeploymentDraft("production", Path.of("/srv/app"))
            .files(List.of(Path.of("a.yml")), Optional.empty())
            .source("origin", "main")
            .database(DatabaseConfig.of("db"), new MigrateConfig.None())
            .complete();

    assertThat(writer().render(SafeUpdateConfig.of(ConfigFixture.HOME, List.of(deployment))))
        .contains("migrate: none");
  }

  @Test
  void writes_a_new_file_and_its_directory_but_never_over_one() throws IOException {
    Path file = directory.resolve("new/safe-update.yml");
    SafeUpdateConfig config = SafeUpdateConfig.of(ConfigFixture.HOME, List.of());
    writer().write(file, config);
    String written = Files.readString(file);

    assertThatThrownBy(() -> writer().write(file, config))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": is there already (remove it, or name another with --config FILE)");
    assertThat(Files.readString(file)).isEqualTo(written);
    assertThat(new ConfigLoader(Map.of(), ConfigFixture.HOME).load(file))
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(config);
  }

  @Test
  void says_when_it_cannot_write() throws IOException {
    Path blocked = Files.createFile(directory.resolve("file")).resolve("safe-update.yml");

    assertThatThrownBy(
            () -> writer().write(blocked, SafeUpdateConfig.of(ConfigFixture.HOME, List.of())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("cannot be written");
  }

  private static ConfigWriter writer() {
    return new ConfigWriter(ConfigFixture.HOME);
  }
}

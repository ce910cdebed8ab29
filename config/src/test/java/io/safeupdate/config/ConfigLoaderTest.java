package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  private static final String DATABASE = "database: {service: postgres}";

  @TempDir Path directory;

  @Test
  void gives_defaults_to_what_a_file_leaves_out() {
    SafeUpdateConfig config = file().load(ConfigFixture.production());

    DeploymentConfig expected =
        new DeploymentDraft("production", Path.of("/srv/app"))
            .files(List.of(Path.of("/srv/app/docker-compose.yml")), Optional.empty())
            .source("origin", "main")
            .complete();
    assertThat(config)
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(SafeUpdateConfig.of(ConfigFixture.HOME, List.of(expected)));
    assertThat(config.stateDirectory())
        .isEqualTo(Path.of("/home/operator/.local/state/safe-update"));
    assertThat(config.temporal().isEmbedded()).isTrue();
    assertThat(expected.migrate()).isEqualTo(new MigrateConfig.None());
  }

  @Test
  void needs_no_deployment() {
    assertThat(file().load("temporal: {address: 'temporal.example:7233'}").deployments()).isEmpty();
  }

  @Test
  void resolves_paths_against_the_file_the_checkout_and_the_home() {
    SafeUpdateConfig config =
        file()
            .load(
                """
                stateDirectory: state
                exportRoots: [exports, ~/exports, /srv/exports/]
                deployments:
                  here:
                    directory: checkouts/../app
                    composeFiles: [a.yml, ../b.yml, /etc/c.yml, ~/d.yml]
                    envFile: env/.production
                    branch: main
                  home:
                    directory: ~/app
                    composeFiles: [compose.yml]
                    branch: main
                """);

    assertThat(config.stateDirectory()).isEqualTo(directory.resolve("state"));
    assertThat(config.exportRoots())
        .containsExactly(
            directory.resolve("exports"),
            Path.of("/home/operator/exports"),
            Path.of("/srv/exports"));
    DeploymentConfig here = config.requireDeployment("here");
    assertThat(here.directory()).isEqualTo(directory.resolve("app"));
    assertThat(here.composeFiles())
        .containsExactly(
            directory.resolve("app/a.yml"),
            directory.resolve("b.yml"),
            Path.of("/etc/c.yml"),
            Path.of("/home/operator/d.yml"));
    assertThat(here.envFile()).contains(directory.resolve("app/env/.production"));
    assertThat(config.requireDeployment("home").composeFiles())
        .containsExactly(Path.of("/home/operator/app/compose.yml"));
  }

  @Test
  void reads_each_way_to_migrate() {
    assertThat(file().deployment(DATABASE, "migrate: onStart").migrate())
        .isEqualTo(new MigrateConfig.OnStart());
    assertThat(file().deployment(DATABASE, "migrate: none").migrate())
        .isEqualTo(new MigrateConfig.None());
    assertThat(
            file()
                .deployment(DATABASE, "migrate: {service: web, command: [bin/migrate, '']}")
                .migrate())
        .isEqualTo(new MigrateConfig.Command("web", List.of("bin/migrate", ""), Optional.empty()));
  }

  @Test
  void gives_the_database_the_scripts_of_cookiecutter_django() {
    DatabaseConfig database = file().deployment(DATABASE, "migrate: none").database().orElseThrow();

    assertThat(database).isEqualTo(DatabaseConfig.of("postgres"));
    assertThat(database.restore("backup_1.sql.gz")).containsExactly("restore", "backup_1.sql.gz");
  }

  @Test
  void takes_an_empty_backup_command_for_none() {
    DatabaseConfig database =
        file()
            .deployment("database: {service: db, backup: [], backups: []}", "migrate: none")
            .database()
            .orElseThrow();

    assertThat(database.hasBackupCommand()).isFalse();
    assertThat(database.backups()).isEmpty();
    assertThat(DatabaseConfig.of("db").hasBackupCommand()).isTrue();
  }

  @Test
  void tells_no_writers_from_writers_that_are_left_out() {
    assertThat(file().deployment("writers: []").writers()).contains(List.of());
    assertThat(file().deployment("writers:").writers()).isEmpty();
  }

  @Test
  void reads_probes_for_what_the_ports_do_not_tell() {
    HealthConfig health =
        file()
            .deployment(
                "health:",
                "  http:",
                "    - url: http://localhost/health?deep=1",
                "    - {url: 'https://[::1]:8443/', status: 204, service: web, port: 80}",
                "    - {url: 'HTTP://app.example/', contains: ok}",
                "  soak: PT0S")
            .health();

    URI second = URI.create("https://[::1]:8443/");
    assertThat(health.http())
        .containsExactly(
            HttpProbe.of(URI.create("http://localhost/health?deep=1")),
            new HttpProbe(second, 204, Optional.of("web"), Optional.of(80), Optional.empty()),
            new HttpProbe(
                URI.create("HTTP://app.example/"),
                200,
                Optional.empty(),
                Optional.empty(),
                Optional.of("ok")));
    assertThat(health.soak()).isEqualTo(Duration.ZERO);
  }

  @Test
  void takes_texts_as_they_are_written() {
    DeploymentConfig deployment =
        file().deployment("remote: 0x1F", "project: 2026-11-22", "profiles: [on, 1.10, 'null']");

    assertThat(deployment.remote()).isEqualTo("0x1F");
    assertThat(deployment.project()).contains("2026-11-22");
    assertThat(deployment.profiles()).containsExactly("on", "1.10", "null");
  }

  @Test
  void fills_in_the_environment_before_it_looks_at_types() {
    Map<String, String> environment = Map.of("BRANCH", "release/1.x", "SOAK", "PT5S", "NONE", "");
    DeploymentConfig deployment =
        new ConfigFixture(directory, environment)
            .load(
                """
                deployments:
                  production:
                    directory: /srv/${NAME:-app}
                    composeFiles: ["${NONE:-docker-compose}.yml"]
                    branch: ${BRANCH}
                    health: {soak: "${SOAK}", timeout: '${TIMEOUT:-PT1M}'}
                    acceptsCopies: ${COPIES:-true}
                    migrate: none
                """)
            .requireDeployment("production");

    assertThat(deployment.directory()).isEqualTo(Path.of("/srv/app"));
    assertThat(deployment.composeFiles()).containsExactly(Path.of("/srv/app/docker-compose.yml"));
    assertThat(deployment.branch()).isEqualTo("release/1.x");
    assertThat(deployment.health().soak()).isEqualTo(Duration.ofSeconds(5));
    assertThat(deployment.health().timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(deployment.acceptsCopies()).isTrue();
  }

  @Test
  void leaves_the_server_section_to_the_server() {
    Map<String, Object> server =
        new ConfigFixture(directory, Map.of("PORT", "8443"))
            .load(
                """
                server:
                  applicationConnectors:
                    - {type: http, port: "${PORT}", bindHost: 127.0.0.1}
                    - port: ${PORT}
                  gzip: {enabled: false, minimumEntitySize: 256 bytes}
                  nothing:
                """)
            .server();

    assertThat(server)
        .isEqualTo(
            Map.of(
                "applicationConnectors",
                List.of(
                    Map.of("type", "http", "port", "8443", "bindHost", "127.0.0.1"),
                    Map.of("port", 8443L)),
                "gzip",
                Map.of("enabled", false, "minimumEntitySize", "256 bytes")));
  }

  @Test
  void follows_aliases_and_merges() {
    SafeUpdateConfig config =
        file()
            .load(
                """
                deployments:
                  production: &production
                    directory: /srv/production
                    composeFiles: &files [a.yml]
                    branch: main
                    remote: upstream
                  staging:
                    branch: develop
                    <<: [*production, {profiles: [debug], remote: later}]
                    directory: /srv/staging
                  other: {directory: /srv/other, composeFiles: *files, branch: main}
                """);

    DeploymentConfig staging = config.requireDeployment("staging");
    assertThat(staging.directory()).isEqualTo(Path.of("/srv/staging"));
    assertThat(staging.branch()).isEqualTo("develop");
    assertThat(staging.remote()).isEqualTo("upstream");
    assertThat(staging.profiles()).containsExactly("debug");
    assertThat(staging.composeFiles()).containsExactly(Path.of("/srv/staging/a.yml"));
    assertThat(config.requireDeployment("other").composeFiles())
        .containsExactly(Path.of("/srv/other/a.yml"));
    assertThat(config.deployments().keySet()).containsExactly("production", "staging", "other");
  }

  @Test
  void reads_a_file_with_a_byte_order_mark_and_windows_lines() {
    String text = "\uFEFF" + ConfigFixture.production("remote: upstream").replace("\n", "\r\n");

    assertThat(file().load(text).requireDeployment("production").remote()).isEqualTo("upstream");
  }

  @Test
  void names_the_deployments_there_are_when_one_is_unknown() {
    SafeUpdateConfig config = file().load(ConfigFixture.production());

    assertThat(config.deployment("staging")).isEmpty();
    assertThatThrownBy(() -> config.requireDeployment("prodution"))
        .isInstanceOf(UnknownDeploymentException.class)
        .hasMessage(
            "No deployment is named \"prodution\" (did you mean \"production\"? the configuration"
                + " has: production)");
    assertThatThrownBy(
            () -> SafeUpdateConfig.of(ConfigFixture.HOME, List.of()).requireDeployment("x"))
        .hasMessageContaining("add one with `safe-update init DIR`");
  }

  private ConfigFixture file() {
    return new ConfigFixture(directory);
  }
}

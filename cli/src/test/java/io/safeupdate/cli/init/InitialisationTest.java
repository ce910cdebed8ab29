package io.safeupdate.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.cli.output.Refusal;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.config.MediaConfig;
import io.safeupdate.config.MigrateConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitialisationTest {
  private static final String DJANGO =
      """
      {"django": {
         "build": {"context": "APP", "dockerfile": "compose/django/Dockerfile"},
         "image": "guestbook_django:production", "command": ["/start"],
         "networks": {"default": null},
         "ports": [{"target": 8000, "published": "8000", "host_ip": "127.0.0.1"}],
         "volumes": [{"type": "volume", "source": "media", "target": "/app/media"}]},
       "celery": {
         "build": {"context": "APP", "dockerfile": "compose/django/Dockerfile"},
         "image": "guestbook_celery:production", "command": ["/start-celeryworker"],
         "networks": {"default": null}},
       "redis": {"image": "docker.io/library/redis:7", "networks": {"default": null}},
       "traefik": {"image": "traefik:v3", "networks": {"default": null}},
       "postgres": {
         "build": {"context": "APP", "dockerfile": "compose/postgres/Dockerfile",
                   "args": {"BASE": "registry.example/library/postgres:15"}},
         "networks": {"default": null},
         "volumes": [{"type": "volume", "source": "data", "target": "/var/lib/postgresql/data"},
                     {"type": "volume", "source": "backups", "target": "/backups"}]}}
      """;

  @TempDir Path directory;
  private Fixture application;

  @BeforeEach
  void begin() throws IOException {
    application = new Fixture(directory);
  }

  private Fixture cookiecutter() {
    return application
        .file("production.yml", "services: {}\n")
        .file("local.yml", "services: {}\n")
        .file(".env_production", "SECRET=1\n")
        .file("backend/manage.py", "")
        .file("compose/django/Dockerfile", "FROM python:3.12\nENTRYPOINT [\"/entrypoint\"]\n")
        .file("compose/django/start", "#!/bin/bash\nexec gunicorn config.wsgi\n")
        .file(
            "compose/postgres/Dockerfile",
            "ARG BASE=x\nFROM ${BASE}\nCOPY ./compose/postgres/maintenance /usr/local/bin/\n")
        .file("compose/postgres/maintenance/backup", "")
        .file("compose/postgres/maintenance/backups", "")
        .file("compose/postgres/maintenance/restore", "");
  }

  @Test
  void a_running_application_is_written_as_it_really_runs() {
    Fixture.Written written =
        cookiecutter()
            .model("production.yml", DJANGO)
            .container("django", "production.yml", ".env_production")
            .container("postgres", "production.yml", ".env_production")
            .exec("postgres", "ls -1 /usr/local/bin", "backup\nbackups\nrestore\n")
            .exec("django", "test -f backend/manage.py", "")
            .exec("django", "sh -c command -v python || command -v python3", "/usr/bin/python3\n")
            .page("http://127.0.0.1:8000/health/", 200)
            .init();

    DeploymentConfig production = written.deployment();
    assertThat(production.name()).isEqualTo("production");
    assertThat(production.directory()).isEqualTo(application.checkout);
    assertThat(production.composeFiles())
        .containsExactly(application.checkout.resolve("production.yml"));
    assertThat(production.envFile()).contains(application.checkout.resolve(".env_production"));
    assertThat(production.project()).contains("guestbook");
    assertThat(production.remote()).isEqualTo("origin");
    assertThat(production.branch()).isEqualTo("master");
    assertThat(production.database()).contains(DatabaseConfig.of("postgres"));
    assertThat(production.migrate())
        .isEqualTo(
            new MigrateConfig.Command(
                "django",
                List.of("python3", "backend/manage.py", "migrate"),
                Optional.of(List.of("python3", "backend/manage.py", "migrate", "--plan"))));
    assertThat(production.writers()).contains(List.of("django", "celery"));
    assertThat(production.stateless()).containsExactly("redis", "traefik");
    assertThat(production.media()).contains(MediaConfig.of("django", "/app/media"));
    assertThat(production.health().http())
        .singleElement()
        .satisfies(it -> assertThat(it.url()).hasToString("http://127.0.0.1:8000/health/"));
    assertThat(written.why("composeFiles")).isEqualTo("its containers were made from them");
    assertThat(written.report().warnings()).isEmpty();
  }

  @Test
  void an_application_that_does_not_run_is_judged_by_its_files() {
    Fixture.Written written = cookiecutter().model("production.yml", DJANGO).init();

    DeploymentConfig production = written.deployment();
    assertThat(production.envFile()).contains(application.checkout.resolve(".env_production"));
    assertThat(production.database().orElseThrow().backup()).containsExactly("backup");
    assertThat(written.why("database.backup")).isEqualTo("its Dockerfile copies it");
    assertThat(production.migrate())
        .isInstanceOfSatisfying(
            MigrateConfig.Command.class,
            it ->
                assertThat(it.command()).containsExactly("python", "backend/manage.py", "migrate"));
    assertThat(production.health().http()).isEmpty();
    assertThat(written.report().warnings())
        .anyMatch(it -> it.contains("the state of the containers decides alone"));
  }

  @Test
  void an_application_that_migrates_when_it_starts_is_recognised() {
    Fixture.Written written =
        cookiecutter()
            .file(
                "compose/django/start", "#!/bin/bash\npython manage.py migrate --noinput\nexec x\n")
            .model("production.yml", DJANGO)
            .init();

    assertThat(written.deployment().migrate()).isEqualTo(new MigrateConfig.OnStart());
    assertThat(written.why("migrate")).isEqualTo("django: its start script /start migrates");
  }

  @Test
  void a_migration_that_is_commented_out_or_only_checked_does_not_count() {
    Fixture.Written written =
        cookiecutter()
            .file(
                "compose/django/start",
                "# python manage.py migrate\npython manage.py migrate --check\nexec x\n")
            .model("production.yml", DJANGO)
            .init();

    assertThat(written.deployment().migrate()).isInstanceOf(MigrateConfig.Command.class);
  }

  @Test
  void an_application_without_a_database_has_no_database_section() {
    Fixture.Written written =
        application
            .file("compose.yaml", "services: {}\n")
            .model("compose.yaml", "{\"web\": {\"image\": \"nginx:1\"}}")
            .init();

    assertThat(written.deployment().database()).isEmpty();
    assertThat(written.deployment().migrate()).isEqualTo(new MigrateConfig.None());
    assertThat(written.why("database")).isEqualTo("no service is PostgreSQL");
  }

  @Test
  void a_database_without_scripts_is_dumped_and_a_missing_volume_is_warned_of() {
    Fixture.Written written =
        application
            .file("docker-compose.yml", "services: {}\n")
            .model(
                "docker-compose.yml",
                """
                {"db": {"image": "postgis/postgis:16-3.4", "networks": {"default": null}},
                 "app": {"image": "ghcr.io/ada/app:1", "networks": {"default": null}}}
                """)
            .init();

    DatabaseConfig database = written.deployment().database().orElseThrow();
    assertThat(database.service()).isEqualTo("db");
    assertThat(database.backup()).isEmpty();
    assertThat(database.hasBackupCommand()).isFalse();
    assertThat(database.backups()).isEmpty();
    assertThat(written.deployment().writers()).contains(List.of("app"));
    assertThat(written.report().warnings())
        .anyMatch(it -> it.contains("no volume for backups is mounted in db"))
        .anyMatch(it -> it.contains("migrate: none"));
  }

  @Test
  void two_compose_files_and_a_profile_are_taken_from_the_containers() {
    String services = "{\"web\": {\"image\": \"x\"}}";
    Fixture.Written written =
        application
            .file("docker-compose.yml", "services: {}\n")
            .file("docker-compose.prod.yml", "services: {}\n")
            .file(".env", "A=1\n")
            .profiles("jobs", "debug")
            .model("docker-compose.yml docker-compose.prod.yml", services)
            .model(
                "docker-compose.yml docker-compose.prod.yml @jobs,debug",
                "{\"web\": {\"image\": \"x\"},"
                    + " \"cron\": {\"image\": \"y\", \"profiles\": [\"jobs\"]},"
                    + " \"shell\": {\"image\": \"z\", \"profiles\": [\"debug\"]}}")
            .model(
                "docker-compose.yml docker-compose.prod.yml @jobs",
                "{\"web\": {\"image\": \"x\"}, \"cron\": {\"image\": \"y\"}}")
            .container("web", "docker-compose.yml docker-compose.prod.yml", "")
            .container("cron", "docker-compose.yml docker-compose.prod.yml", "")
            .init();

    assertThat(written.deployment().composeFiles())
        .containsExactly(
            application.checkout.resolve("docker-compose.yml"),
            application.checkout.resolve("docker-compose.prod.yml"));
    assertThat(written.deployment().profiles()).containsExactly("jobs");
    assertThat(written.deployment().envFile())
        .as("Compose read it without being told")
        .contains(application.checkout.resolve(".env"));
  }

  @Test
  void an_overlay_is_tried_with_its_base_when_it_does_not_stand_alone() {
    Fixture.Written written =
        application
            .file("docker-compose.yml", "services: {}\n")
            .file("docker-compose.prod.yml", "services: {}\n")
            .model("docker-compose.yml docker-compose.prod.yml", "{\"web\": {\"image\": \"x\"}}")
            .init();

    assertThat(written.deployment().composeFiles()).hasSize(2);
    assertThat(written.report().deployment()).isEqualTo("production");
  }

  @Test
  void the_environment_whose_env_file_is_there_wins() {
    Fixture.Written written =
        application
            .file("production.yml", "services: {}\n")
            .file("staging.yml", "services: {}\n")
            .file(".env_staging", "A=1\n")
            .model("staging.yml", "{\"web\": {\"image\": \"x\"}}")
            .init();

    assertThat(written.report().deployment()).isEqualTo("staging");
    assertThat(written.deployment().envFile())
        .contains(application.checkout.resolve(".env_staging"));
  }

  @Test
  void code_that_is_mounted_from_the_checkout_is_said() {
    Fixture.Written written =
        application
            .file("compose.yaml", "services: {}\n")
            .model(
                "compose.yaml",
                """
                {"web": {"image": "app", "volumes": [
                   {"type": "bind", "source": "APP/src", "target": "/app"}]}}
                """)
            .init();

    assertThat(written.why("code"))
        .isEqualTo("web: they stop before a pull, and there is no trial");
  }

  @Test
  void a_page_that_redirects_is_no_sign_of_health() {
    Fixture.Written written =
        cookiecutter()
            .model("production.yml", DJANGO)
            .page("http://127.0.0.1:8000/health/", 301)
            .page("http://localhost:8000/", 204)
            .init();

    assertThat(written.deployment().health().http())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.url()).hasToString("http://localhost:8000/");
              assertThat(it.status()).isEqualTo(204);
            });
  }

  @Test
  void a_file_that_is_there_is_neither_replaced_nor_lost() throws IOException {
    Path file = directory.toRealPath().resolve("safe-update.yml");
    Files.writeString(file, "deployments: {}\n");
    cookiecutter().model("production.yml", DJANGO);

    assertThatThrownBy(() -> application.init())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is there already");
    assertThat(file).hasContent("deployments: {}\n");
  }

  @Test
  void a_second_deployment_is_added_beside_the_first_which_keeps_its_comments() throws IOException {
    Path file = directory.toRealPath().resolve("safe-update.yml");
    Files.writeString(
        file,
        """
        # Mine.
        host: ${HOST:-here}
        deployments:
            first: # the first
                directory: /srv/first
                composeFiles: [compose.yaml]
                branch: main

        # The end.
        server: {}
        """);
    cookiecutter().model("production.yml", DJANGO);

    Fixture.Written written =
        application.init(
            new Wishes(
                Optional.of("second"), List.of(), Optional.empty(), Optional.empty(), List.of()),
            true);

    assertThat(written.deployment().name()).isEqualTo("second");
    assertThat(Files.readString(file))
        .startsWith("# Mine.\nhost: ${HOST:-here}\ndeployments:\n    first: # the first\n")
        .contains("\n    second:\n")
        .endsWith("\n# The end.\nserver: {}\n");
  }

  @Test
  void a_name_that_is_taken_is_refused() throws IOException {
    Path file = directory.toRealPath().resolve("safe-update.yml");
    Files.writeString(
        file,
        "deployments:\n  production: {directory: /srv/a, composeFiles: [c.yml], branch: b}\n");
    cookiecutter().model("production.yml", DJANGO);

    assertThatThrownBy(() -> application.init(Fixture.nothing(), true))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has a deployment named production already");
  }

  @Test
  void the_configuration_is_not_put_into_the_checkout_unasked() {
    cookiecutter().model("production.yml", DJANGO);

    Fixture.Written written =
        application.init(Fixture.nothing(), new Target(Optional.empty(), false, false));

    assertThat(written.report().file()).endsWith("home/.config/safe-update/safe-update.yml");
  }

  @Test
  void several_projects_from_one_checkout_must_be_told_apart() throws IOException {
    assertThatThrownBy(
            () ->
                new Arrangements(
                        new TwoProjects(application.checkout),
                        new GitCli(new ForkedPrograms(System.getenv())).read(application.checkout),
                        Fixture.nothing(),
                        new Findings())
                    .find())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("several projects run from")
        .hasMessageContaining("production, staging");
  }

  @Test
  void a_checkout_without_a_remote_is_refused_with_the_command_that_adds_one() {
    application.git("remote", "remove", "origin");

    assertThatThrownBy(() -> application.init())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has no remote");
  }

  @Test
  void a_detached_checkout_is_warned_of() {
    cookiecutter().model("production.yml", DJANGO);
    application.git("commit", "-q", "--allow-empty", "-m", "first");
    application.git("update-ref", "refs/remotes/origin/main", "HEAD");
    application.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    application.git("checkout", "-q", "--detach");

    Fixture.Written written = application.init();

    assertThat(written.deployment().branch()).isEqualTo("main");
    assertThat(written.report().warnings()).anyMatch(it -> it.contains("no branch is checked out"));
  }

  @Test
  void what_is_no_checkout_is_refused(@TempDir Path elsewhere) {
    GitCli git = new GitCli(new ForkedPrograms(System.getenv()));

    assertThatThrownBy(() -> git.read(elsewhere))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not in a git checkout");
    assertThatThrownBy(() -> git.read(elsewhere.resolve("nothing")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is no directory");
  }

  @Test
  void compose_files_that_compose_refuses_are_told_with_its_words() {
    application.file("compose.yaml", "services: {}\n");

    assertThatThrownBy(() -> application.init())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("compose.yaml: env file not found");
  }
}

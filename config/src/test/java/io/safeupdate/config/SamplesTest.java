package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.config.NotificationConfig.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class SamplesTest {
  private static final Path SAMPLES = Path.of("samples");

  @TempDir Path directory;

  @Test
  void the_sample_shows_what_it_says() {
    SafeUpdateConfig sample = load("safe-update.yml");

    assertThat(sample.temporal()).isEqualTo(TemporalConfig.defaults());
    assertThat(sample.host()).isEqualTo("local");
    assertThat(sample.stateDirectory())
        .isEqualTo(Path.of("/home/operator/.local/state/safe-update"));
    assertThat(sample.exportRoots()).containsExactly(Path.of("/srv/backups"));
    assertThat(sample.server()).isEmpty();
    assertThat(sample.consoleUrl()).contains(URI.create("https://updates.example.com/"));
    assertThat(sample.deployments().values()).containsExactly(connectAccess());
  }

  @Test
  void the_sample_tells_a_program_and_people() {
    Map<String, NotificationConfig> receivers = load("safe-update.yml").notifications();

    assertThat(receivers)
        .containsExactly(
            Map.entry(
                "pager",
                new NotificationConfig(
                    NotificationConfigTest.USUAL,
                    Optional.of(List.of(Operation.UPDATE, Operation.ROLLBACK, Operation.BACKUP)),
                    Optional.of(List.of("production")),
                    Optional.of(
                        new WebhookConfig(
                            URI.create("https://hooks.example.com/safe-update"),
                            WebhookConfig.Format.JSON,
                            Optional.of(
                                new Secret("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")))),
                    Optional.empty())),
            Map.entry(
                "people",
                new NotificationConfig(
                    NotificationConfigTest.USUAL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                        new EmailConfig(
                            "mail.example.com",
                            587,
                            EmailConfig.Tls.STARTTLS,
                            Optional.of("safe-update"),
                            Optional.of(new Secret("change-me")),
                            "safe-update@example.com",
                            List.of("ops@example.com"))))));
  }

  @Test
  void the_sample_shows_every_key() throws IOException {
    Map<String, Object> tree =
        new Yaml().load(Files.readString(SAMPLES.resolve("safe-update.yml")));
    Set<String> shown =
        RecordKeys.of(tree).stream()
            .map(key -> key.replace("deployments.production.", "deployments.<name>."))
            .map(key -> key.replaceFirst("^notifications\\.\\w+\\.", "notifications.<name>."))
            .collect(Collectors.toSet());

    assertThat(shown).isEqualTo(RecordKeys.all());
  }

  @Test
  void the_sample_explains_every_key() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLES.resolve("safe-update.yml"));
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches(" *[a-zA-Z]+:.*") && !lines.get(i).equals("  production:")) {
        assertThat(lines.get(i - 1)).as("above " + lines.get(i)).containsPattern("^ *(- )?# ");
      }
    }
  }

  @Test
  void every_section_of_the_sample_refuses_unknown_keys() throws IOException {
    String sample = Files.readString(SAMPLES.resolve("safe-update.yml"));
    List<String> keys =
        List.of(
                "temporal",
                "  production",
                "    database",
                "    migrate",
                "    media",
                "    health")
            .stream()
            .collect(Collectors.toList());
    keys.addAll(List.of("    update", "    schedule", "    retention"));

    for (String key : keys) {
      String indent = key.replaceAll("\\w", "") + "  ";
      String broken = sample.replaceFirst("(?m)^" + key + ":$", key + ":\n" + indent + "zzzzzz: 1");
      assertThat(new ConfigFixture(directory).problems(broken))
          .singleElement()
          .asString()
          .contains(key.strip() + ".zzzzzz: unknown key (known here: ");
    }
  }

  @Test
  void the_minimal_sample_loads() {
    DeploymentConfig expected =
        new DeploymentDraft("production", Path.of("/srv/app"))
            .files(List.of(Path.of("docker-compose.yml")), Optional.empty())
            .source("origin", "main")
            .complete();

    assertThat(load("minimal.yml"))
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(SafeUpdateConfig.of(ConfigFixture.HOME, List.of(expected)));
  }

  private static DeploymentConfig connectAccess() {
    List<String> manage = List.of("python", "backend/manage.py", "migrate");
    List<String> plan = List.of("python", "backend/manage.py", "migrate", "--plan");
    HttpProbe probe =
        new HttpProbe(
            URI.create("http://127.0.0.1:8000/"),
            200,
            Optional.of("django"),
            Optional.of(5000),
            Optional.of("Connect Access"));
    return new DeploymentDraft("production", Path.of("/srv/connect-access"))
        .files(List.of(Path.of("production.yml")), Optional.of(Path.of(".env_production")))
        .project(Optional.of("connect_access_production"), List.of())
        .source("origin", "master")
        .database(
            new DatabaseConfig(
                "postgres",
                List.of("backup"),
                List.of("backups"),
                List.of("restore", "{backup}"),
                "/backups",
                Optional.of("connect_access"),
                Optional.of("connect_access"),
                Optional.of(Path.of("/srv/safe-update/after-copy.sql"))),
            new MigrateConfig.Command("django", manage, Optional.of(plan)))
        .writers(List.of("django", "celeryworker", "celerybeat", "flower"))
        .media(MediaConfig.of("django", "/app/backend/connect_access/media"))
        .health(new HealthConfig(List.of(probe), Duration.ofMinutes(3), Duration.ofSeconds(10)))
        .update(
            new UpdateConfig(
                UpdateConfig.Quiesce.AUTO,
                true,
                UpdateConfig.Restart.CHANGED,
                UpdateConfig.OnFailure.ROLLBACK,
                UpdateConfig.RestoreMode.AUTO,
                false,
                UpdateConfig.LocalChanges.REFUSE,
                UpdateConfig.CheckoutReturn.GIT,
                false,
                Duration.ofHours(1),
                Duration.ofHours(6)))
        .schedule(
            new ScheduleConfig(
                ZoneId.of("UTC"),
                Optional.of(new Timetable.Daily(List.of(LocalTime.of(2, 0)))),
                Optional.of(weekly(DayOfWeek.SUNDAY)),
                Optional.of(weekly(DayOfWeek.SATURDAY)),
                Optional.of(new Timetable.Daily(List.of(LocalTime.of(4, 0)))),
                Optional.of(Path.of("/srv/backups/production"))))
        .retention(
            new RetentionConfig(
                5,
                30,
                Optional.of(Duration.ofDays(90)),
                Duration.ofDays(7),
                10,
                Optional.of(Duration.ofDays(90))))
        .complete();
  }

  private static Timetable weekly(DayOfWeek day) {
    return new Timetable.Weekly(List.of(day), LocalTime.of(3, 0));
  }

  private static SafeUpdateConfig load(String name) {
    return new ConfigLoader(Map.of(), ConfigFixture.HOME).load(SAMPLES.resolve(name));
  }
}

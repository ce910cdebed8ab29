package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the writer writes, the loader reads. */
class RoundTripTest {

  @Property(tries = 100)
  void a_deployment_that_was_written_is_read_back(@ForAll("deployments") DeploymentConfig written)
      throws IOException {
    assertReadBack(SafeUpdateConfig.of(ConfigFixture.HOME, List.of(written)));
  }

  @Property(tries = 100)
  void a_server_section_that_was_written_is_read_back(@ForAll("servers") Map<String, Object> server)
      throws IOException {
    assertReadBack(
        new SafeUpdateConfig(
            new TemporalConfig("temporal.example:7233", "production"),
            "web-1",
            Path.of("/var/lib/safe-update"),
            List.of(Path.of("/srv/a b"), ConfigFixture.HOME),
            Map.of(),
            server,
            Optional.empty()));
  }

  @Property(tries = 1)
  void receivers_that_were_written_are_read_back() throws IOException {
    SafeUpdateConfig silent = SafeUpdateConfig.of(ConfigFixture.HOME, List.of());
    assertReadBack(
        new SafeUpdateConfig(
            silent.temporal(),
            silent.host(),
            silent.stateDirectory(),
            silent.exportRoots(),
            silent.deployments(),
            Map.of("hook", NotificationConfigTest.hook(), "mail", NotificationConfigTest.mail()),
            Optional.of(URI.create("https://updates.example.com/")),
            silent.server(),
            Optional.empty()));
  }

  private static void assertReadBack(SafeUpdateConfig config) throws IOException {
    Path directory = Files.createTempDirectory("safe-update-round-trip");
    ConfigFixture file = new ConfigFixture(directory, Map.of("A", "one"));
    try {
      String text = new ConfigWriter(ConfigFixture.HOME).render(config);
      assertThat(file.load(text))
          .as(text)
          .usingRecursiveComparison()
          .ignoringFields("source")
          .isEqualTo(config);
    } finally {
      Files.deleteIfExists(file.file);
      Files.delete(directory);
    }
  }

  @Provide
  Arbitrary<DeploymentConfig> deployments() {
    return Builders.withBuilder(() -> new DeploymentDraft("production", Path.of("/srv/app")))
        .use(paths().list().ofMinSize(1).ofMaxSize(3))
        .in((draft, files) -> draft.files(files, Optional.of(files.get(0))))
        .use(commands())
        .in(RoundTripTest::withDatabase)
        .use(Arbitraries.of("main", "release/1.x", "1.0", "true", "null"))
        .in((draft, branch) -> draft.source("origin", branch))
        .use(durations())
        .in(RoundTripTest::withConduct)
        .use(timetables())
        .in(RoundTripTest::withSchedule)
        .use(Arbitraries.of(true, false))
        .in(DeploymentDraft::acceptsCopies)
        .use(Arbitraries.of("web", "1", "a.b-c").list().uniqueElements())
        .in(DeploymentDraft::writers)
        .build(DeploymentDraft::complete);
  }

  @Provide
  Arbitrary<Map<String, Object>> servers() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().map(Object.class::cast),
            Arbitraries.longs().between(-9999, 99_999).map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    Arbitrary<Object> lists = leaves.list().ofMaxSize(3).map(Object.class::cast);
    Arbitrary<Object> maps =
        Arbitraries.maps(texts(), Arbitraries.oneOf(leaves, lists)).ofMaxSize(3).map(it -> it);
    return Arbitraries.maps(texts(), Arbitraries.oneOf(leaves, lists, maps)).ofMaxSize(4);
  }

  private static DeploymentDraft withDatabase(DeploymentDraft draft, List<String> command) {
    DatabaseConfig database =
        new DatabaseConfig(
            "db",
            command,
            command,
            List.of("restore", "{backup}"),
            "/my backups",
            Optional.of(command.get(0)),
            Optional.empty(),
            Optional.of(draft.directory().resolve("after copy.sql")));
    return draft.database(
        database, new MigrateConfig.Command("web", command, Optional.of(command)));
  }

  private static DeploymentDraft withConduct(DeploymentDraft draft, Duration duration) {
    URI url = URI.create("http://127.0.0.1:8000/?a=$$b");
    return draft
        .media(MediaConfig.of("web", "/media"))
        .health(new HealthConfig(List.of(HttpProbe.of(url)), duration, duration))
        .retention(
            new RetentionConfig(5, 9, Optional.of(duration), duration, 3, Optional.of(duration)))
        .update(
            new UpdateConfig(
                UpdateConfig.Quiesce.ALWAYS,
                false,
                UpdateConfig.Restart.ALL,
                UpdateConfig.OnFailure.HOLD,
                UpdateConfig.RestoreMode.SWAP,
                true,
                UpdateConfig.LocalChanges.REFUSE,
                UpdateConfig.CheckoutReturn.COPY,
                true,
                duration,
                duration));
  }

  private static DeploymentDraft withSchedule(DeploymentDraft draft, Timetable timetable) {
    return draft.schedule(
        new ScheduleConfig(
            ZoneId.of("Europe/Berlin"),
            Optional.of(timetable),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Arbitrary<Timetable> timetables() {
    LocalTime time = LocalTime.of(3, 5);
    return Arbitraries.of(
        new Timetable.Hourly(7),
        new Timetable.Daily(List.of(LocalTime.MIDNIGHT)),
        new Timetable.Daily(List.of(time, LocalTime.of(23, 59))),
        new Timetable.Weekly(List.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY), time),
        new Timetable.Monthly(28, time));
  }

  private static Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(1, 10_000_000).map(Duration::ofSeconds);
  }

  private static Arbitrary<List<String>> commands() {
    return Combinators.combine(
            Arbitraries.of("backup", "/bin/my backup", "${A}", "~", "no: yes"),
            texts().list().ofMaxSize(3))
        .as((program, arguments) -> Stream.concat(Stream.of(program), arguments.stream()).toList());
  }

  private static Arbitrary<Path> paths() {
    return Arbitraries.of("a.yml", "~a.yml", "b c.yml", "$A/x.yml", "/etc/x.yml", "../y.yml", "1")
        .map(name -> Path.of("/srv/app").resolve(name).normalize());
  }

  /** Any text that UTF-8 has, but NUL. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(1, 0x10FFFF)
            .filter(point -> Character.getType(point) != Character.SURROGATE)
            .map(Character::toString)
            .list()
            .ofMaxSize(8)
            .map(points -> String.join("", points));
    Arbitrary<String> special =
        Arbitraries.of(
            "", "~", "null", "true", "1", "-", "---", "$", "$$", "${A}", "<<", "a: b", "# c", "\n",
            "\t", "é");
    return Arbitraries.oneOf(any, special);
  }
}

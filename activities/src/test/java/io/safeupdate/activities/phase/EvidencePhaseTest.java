package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Facts.MigrationBegan;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.workflows.contract.FailureReport;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.PhaseReport;
import io.safeupdate.workflows.contract.PhaseStatus;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a failure, and what becomes of a part that cannot be had. */
class EvidencePhaseTest {
  private static final Step STEP = Shop.step("run-1", "evidence-migrate");
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path directory;
  private Shop shop;
  private OperationRecord record;

  @BeforeEach
  void givenAnOperationWhoseMigrationFailed() {
    shop = new Shop(directory);
    shop.engine.runs("web");
    record = shop.begun("run-1");
  }

  @Test
  void lies_under_the_phase_and_its_round_in_the_operations_record() {
    assertThat(keep()).isEqualTo(record.failures().resolve("migrate-1"));
  }

  @Test
  void begins_with_what_failed_and_why() {
    assertThat(kept("summary.txt"))
        .startsWith("Failed in migrate (MigrationFailed)\n\nThe command ended with code 1.\n")
        .contains("restore point  20261122-1")
        .contains("strategy       snapshot");
  }

  @Test
  void has_the_times_of_the_phases() {
    assertThat(kept("phases.txt").lines())
        .containsExactly(
            "preflight  done          1.2 s  2026-11-22T12:01:00Z        fine",
            "migrate    failed        3.4 s  2026-11-22T12:01:00Z        first line",
            "trial      pending");
  }

  @Test
  void has_the_log_of_each_service() {
    shop.engine.runs("worker");
    shop.engine.logs.put("id-worker", () -> "Traceback\nKeyError: 'A'\n");

    assertThat(kept("logs/worker.log")).isEqualTo("Traceback\nKeyError: 'A'\n");
  }

  @Test
  void has_the_state_of_each_container() {
    assertThat(kept("containers.txt"))
        .contains("shop-web-1")
        .contains("version   the old one's")
        .contains("state     exited, code 3, unhealthy")
        .contains("restarts  2, policy always")
        .contains("ended     2026-11-22T12:00:05Z")
        .contains("sha256:1 shop_web:production");
  }

  @Test
  void has_what_the_containers_of_the_operation_printed() throws IOException {
    Files.createDirectories(record.logs());
    Files.writeString(record.logs().resolve("plan-1.log"), "one is pending\n");
    shop.engine.ranBesides("su-" + STEP.tag() + "-migrate-1");

    Path folder = keep();

    assertThat(folder.resolve("steps/plan-1.log")).hasContent("one is pending\n");
    assertThat(folder.resolve("steps/migrate-1.log")).hasContent("nothing to say\n");
  }

  @Test
  void prefers_the_whole_log_that_a_step_wrote_when_its_container_ended() throws IOException {
    Files.createDirectories(record.logs());
    Files.writeString(record.logs().resolve("migrate-1.log"), "all of it\n");
    shop.engine.ranBesides("su-" + STEP.tag() + "-migrate-1");

    assertThat(kept("steps/migrate-1.log")).isEqualTo("all of it\n");
  }

  @Test
  void tells_what_was_pending_and_whether_a_migration_began() {
    record.put(prepared("guestbook.0002_row_author"));
    record.put(new MigrationBegan(Shop.NOW));

    assertThat(kept("migrations.txt"))
        .contains("  guestbook.0002_row_author\n")
        .contains("A migration began at 2026-11-22T12:01:00Z.");
  }

  @Test
  void tells_the_room_on_the_disks() {
    assertThat(kept("disk.txt"))
        .containsPattern("state directory +\\S+: [0-9.]+ .?B free of [0-9.]+ .?B")
        .containsPattern("engine +/: ");
  }

  @Test
  void has_the_resolved_configuration_without_the_values_of_environments() {
    composePrints(
        """
        {"name": "shop", "services": {"web": {"image": "shop_web:7",
          "environment": {"MODE": "plain", "API_TOKEN": "tok-5e1f"}}}}""");

    assertThat(kept("compose.json"))
        .contains("shop_web:7")
        .contains("\"API_TOKEN\" : \"***\"")
        .contains("\"MODE\" : \"***\"")
        .doesNotContain("tok-5e1f", "plain");
  }

  @Test
  void hides_the_secrets_of_the_env_file_everywhere() throws IOException {
    shop.envFile("DB_PASSWORD=hunter22hunter22\n");
    shop.engine.logs.put("id-web", () -> "connecting with hunter22hunter22\n");
    Files.createDirectories(record.logs());
    Files.writeString(record.logs().resolve("migrate-1.log"), "hunter22hunter22 was refused\n");
    composePrints(
        """
        {"name": "shop", "services": {"web": {"command": ["serve", "hunter22hunter22"]}}}""");

    Path folder = keep();

    assertThat(texts(folder)).isNotEmpty().noneMatch(text -> text.contains("hunter22"));
    assertThat(folder.resolve("logs/web.log")).hasContent("connecting with ***\n");
  }

  @Test
  void replaces_what_cannot_be_had_by_why() {
    shop.compose = new CompletedProcess(1, "", "", List.of("services.web is wrong"));
    shop.engine.logs.put(
        "id-web",
        () -> {
          throw new StepFailure(FailureType.ENGINE_UNAVAILABLE, "The engine does not answer.");
        });

    Path folder = keep();

    assertThat(folder.resolve("logs/web.log"))
        .hasContent("Not to be had: The engine does not answer.\n");
    assertThat(Shop.read(folder.resolve("compose.json")))
        .startsWith("Not to be had: ")
        .contains("services.web is wrong");
  }

  @Test
  void says_of_a_database_that_does_not_run_what_it_is_and_keeps_the_rest() {
    shop.configured("database: {service: postgres}\nmigrate: none");

    Path folder = keep();

    assertThat(Shop.read(folder.resolve("database.txt")))
        .startsWith("Not to be had: The database service \"postgres\"");
    assertThat(folder.resolve("logs/web.log")).exists();
  }

  @Test
  void waits_for_nothing_longer_than_its_limit() {
    shop.engine.runs("worker");
    shop.engine.logs.put("id-worker", EvidencePhaseTest::hangs);
    long began = System.nanoTime();

    Path folder = keep();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(Shop.read(folder.resolve("logs/worker.log"))).startsWith("Not to be had: no answer");
    assertThat(folder.resolve("logs/web.log")).hasContent("nothing to say\n");
  }

  @Test
  void stays_as_it_is_when_the_step_is_repeated() {
    Path folder = keep();
    shop.engine.logs.put("id-web", () -> "something else meanwhile\n");

    keep();

    assertThat(folder.resolve("logs/web.log")).hasContent("nothing to say\n");
  }

  @Test
  void is_begun_anew_where_an_attempt_was_killed() throws IOException {
    Path draft = Files.createDirectories(record.failures().resolve(".migrate-1.part/logs"));
    Files.writeString(draft.resolve("half.log"), "hal");

    Path folder = keep();

    assertThat(folder.resolve("logs/half.log")).doesNotExist();
    assertThat(folder.resolve("logs/web.log")).exists();
    assertThat(record.failures()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void leaves_nothing_of_itself_when_it_is_interrupted() {
    shop.engine.logs.put("id-web", EvidencePhaseTest::hangs);
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::keep).isInstanceOf(RuntimeException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(record.failures()).isEmptyDirectory();
  }

  @Test
  void is_nobody_elses_to_read() throws IOException {
    Path folder = keep();

    assertThat(mode(folder)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).allMatch(it -> mode(it).equals("rw-------"));
    }
  }

  @Test
  void refuses_an_operation_that_has_no_record_here() {
    Step unknown = Shop.step("run-2", "evidence-migrate");

    assertThatThrownBy(() -> new EvidencePhase(shop.host(), SHORT).keep(unknown, known()))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("no record");
  }

  private Path keep() {
    return Path.of(new EvidencePhase(shop.host(), SHORT).keep(STEP, known()));
  }

  private String kept(String file) {
    return Shop.read(keep().resolve(file));
  }

  private void composePrints(String json) {
    shop.compose = new CompletedProcess(0, json, "", List.of());
  }

  private static String hangs() {
    LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
    return "too late";
  }

  private static List<String> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Shop::read).toList();
    }
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static PreparedImages prepared(String migration) {
    return new PreparedImages(
        List.of(),
        List.of(migration),
        "why",
        List.of(),
        new Prepared(
            Strategy.SNAPSHOT,
            Migration.COMMAND,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "ready",
            List.of()));
  }

  private static OperationProgress known() {
    return new OperationProgress(
        "run-1",
        "production",
        Optional.empty(),
        Optional.of("1".repeat(40)),
        Optional.of("2".repeat(40)),
        Optional.of("20261122-1"),
        Optional.of(Strategy.SNAPSHOT),
        List.of(
            row("preflight", PhaseStatus.DONE, 1.2, "fine"),
            row("migrate", PhaseStatus.FAILED, 3.4, "first line\nsecond line"),
            new PhaseReport(
                "trial",
                PhaseStatus.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        Optional.of(
            new FailureReport("migrate", "MigrationFailed", "The command ended with code 1.")),
        Optional.empty(),
        0,
        List.of(),
        Optional.empty());
  }

  private static PhaseReport row(String name, PhaseStatus status, double seconds, String summary) {
    return new PhaseReport(
        name, status, Optional.of(Shop.NOW), Optional.of(seconds), Optional.of(summary));
  }
}

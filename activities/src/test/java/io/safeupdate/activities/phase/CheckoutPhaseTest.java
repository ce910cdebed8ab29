package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkouts;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real checkout goes to a restore point and back, with its env file. */
class CheckoutPhaseTest {
  private static final String OPERATION = "0198f4c2";
  private static final Map<String, String> GIT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_AUTHOR_NAME", "Ada",
          "GIT_AUTHOR_EMAIL", "ada@example.org",
          "GIT_COMMITTER_NAME", "Ada",
          "GIT_COMMITTER_EMAIL", "ada@example.org");

  @TempDir Path directory;
  private Shop shop;
  private CheckoutPhase phase;
  private String older;
  private String newer;

  @BeforeEach
  void givenACheckoutThatWasUpdatedAndAnEnvFileThatChanged() throws Exception {
    shop = new Shop(directory).configured("envFile: .env");
    shop.checkouts = new Checkouts(Map.of("PATH", System.getenv("PATH")))::open;
    phase = new CheckoutPhase(shop.host());
    git("init", "-q", "-b", "master");
    Files.writeString(shop.checkout.resolve(".gitignore"), ".env\n");
    older = commit("old");
    shop.envFile("A=then\n");
    RecordedPoints points = new RecordedPoints(shop);
    points.write("target", older);
    newer = commit("new");
    shop.envFile("A=now\n");
    Files.setPosixFilePermissions(env(), PosixFilePermissions.fromString("rw-r-----"));
    points.write("point", newer);
    begin();
  }

  @Test
  void goes_to_the_recorded_commit_on_its_branch_with_the_env_file_as_it_was() throws Exception {
    String said = phase.checkOut(step());

    assertThat(said).contains("master is at", "the env file as it was");
    assertThat(git("rev-parse", "HEAD")).isEqualTo(older);
    assertThat(git("symbolic-ref", "--short", "HEAD")).isEqualTo("master");
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(shop.checkout.resolve("app.py")).hasContent("old");
    assertThat(env()).hasContent("A=then\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env())))
        .isEqualTo("rw-r-----");
  }

  @Test
  void comes_back_to_how_the_rollback_found_it() throws Exception {
    phase.checkOut(step());

    phase.back(step());

    assertThat(git("rev-parse", "HEAD")).isEqualTo(newer);
    assertThat(shop.checkout.resolve("app.py")).hasContent("new");
    assertThat(env()).hasContent("A=now\n");
  }

  @Test
  void may_be_repeated_and_undone_where_it_never_happened() throws Exception {
    phase.back(step());
    assertThat(env()).hasContent("A=now\n");

    phase.checkOut(step());
    phase.checkOut(step());
    assertThat(git("rev-parse", "HEAD")).isEqualTo(older);
    assertThat(env()).hasContent("A=then\n");
  }

  @Test
  void an_env_file_of_the_checkouts_own_comes_with_the_commit() throws Exception {
    git("add", "--force", ".env");
    git("commit", "-q", "-m", "track it");
    older = git("rev-parse", "HEAD");
    newer = commit("newer");
    begin();

    phase.checkOut(step());

    assertThat(env()).hasContent("A=now\n");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  private void begin() {
    OperationRecord record = shop.begun(OPERATION);
    Baseline before = record.get(Baseline.class);
    record.put(
        new Baseline(
            before.restorePoint(),
            before.takenAt(),
            newer,
            older,
            before.subject(),
            before.remoteRef(),
            before.branch(),
            before.project(),
            before.containers(),
            before.images(),
            before.networks(),
            before.probes(),
            before.database(),
            before.services(),
            before.changedPaths(),
            before.modelHash()));
    record.put(new RollbackTarget("target", true, Optional.empty()));
  }

  private Path env() {
    return shop.checkout.resolve(".env");
  }

  private static Step step() {
    return Shop.step(OPERATION, "checkout");
  }

  private String commit(String content) throws Exception {
    Files.writeString(shop.checkout.resolve("app.py"), content);
    git("add", "--all");
    git("commit", "-q", "-m", content);
    return git("rev-parse", "HEAD");
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(shop.checkout.toFile()).redirectErrorStream(true);
    builder.environment().putAll(GIT);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }
}

package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.git.Checkout.RemoteCommit;
import io.safeupdate.activities.git.Checkouts;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.TreeSize;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutCopyExamTest {
  private static final String WANTED =
      "database: {service: db}\nmigrate: none\nupdate: {checkout: copy%s}\n";
  private static final long PETABYTE = 1L << 50;

  @TempDir Path directory;
  private Shop shop;

  @BeforeEach
  void givenACheckoutWithMedia() throws Exception {
    shop = new Shop(directory.toRealPath());
    shop.checkouts = new Checkouts(Map.of("PATH", System.getenv("PATH")))::open;
    assertThat(
            new ProcessBuilder("git", "init", "-q", "-b", "master", shop.checkout.toString())
                .start()
                .waitFor())
        .isZero();
    write("media/photo", 10_000_000);
    write("data/1", 90_000_000);
    String binds =
        """
        {"name": "shop", "services": {
          "web": {"image": "x", "volumes": [
            {"type": "bind", "source": "%1$s/media", "target": "/media"},
            {"type": "bind", "source": "%1$s/config", "target": "/c", "read_only": true}]},
          "db": {"image": "x", "volumes": [
            {"type": "bind", "source": "%1$s/data", "target": "/var/lib/postgresql/data"}]}}}
        """
            .formatted(shop.checkout);
    shop.compose = new CompletedProcess(0, binds, "", List.of());
  }

  @Test
  void measures_all_but_the_database() {
    Findings findings = examined(WANTED.formatted(""));

    assertThat(findings.checkoutSize.orElseThrow().bytes()).isBetween(10_000_000L, 11_000_000L);
    assertThat(findings.failed()).isFalse();
  }

  @Test
  void says_what_does_not_come_back_or_may_not() {
    assertThat(examined(WANTED.formatted("")).warnings())
        .satisfiesExactly(
            data -> assertThat(data).contains("data is neither copied nor put back"),
            media -> assertThat(media).contains("containers may write to media:"));
  }

  @Test
  void what_is_stopped_in_every_update_comes_back() {
    assertThat(examined(WANTED.formatted(", quiesce: always")).warnings()).hasSize(1);
  }

  @Test
  void measures_nothing_where_no_copy_is_wanted() {
    Findings findings = examined("");

    assertThat(findings.checkoutSize).isEmpty();
    assertThat(findings.checks()).isEmpty();
  }

  @Test
  void an_update_without_room_for_the_copy_is_refused() {
    Findings findings = findings(WANTED.formatted(""));
    findings.checkoutSize = Optional.of(new TreeSize(1, PETABYTE, List.of()));

    new DiskExam().examine(findings);

    assertThat(findings.failure().type()).isEqualTo(FailureType.DISK_FULL);
    assertThat(findings.failure()).hasMessageContaining("copy of the checkout");
    assertThat(findings.disk).extracting(DiskNeed::needed).contains(PETABYTE + 4096);
  }

  @Test
  void what_this_user_cannot_read_is_named() {
    Findings findings = findings(WANTED.formatted(""));

    CheckoutCopyExam.tellUnreadable(findings, shop.checkout, List.of(Path.of("media/secret")));

    assertThat(findings.failure().type()).isEqualTo(FailureType.CHECKOUT_UNUSABLE);
    assertThat(findings.failure()).hasMessageContaining("media/secret");
  }

  private Findings examined(String config) {
    Findings findings = findings(config);
    new CheckoutCopyExam().examine(findings);
    return findings;
  }

  private Findings findings(String config) {
    Deployment deployment = shop.configured(config).host().deployment("production");
    Findings findings = new Findings(deployment, Optional.empty(), Progress.NONE);
    findings.current = Optional.of(deployment.host().compose().config(deployment.project()));
    findings.checkout =
        Optional.of(
            new Checkout.State(
                "1".repeat(40),
                Optional.of("master"),
                List.of(),
                List.of(),
                false,
                Optional.empty()));
    findings.target = Optional.of(new RemoteCommit("2".repeat(40), Optional.empty()));
    return findings;
  }

  private void write(String name, int bytes) throws IOException {
    Path file = shop.checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }
}

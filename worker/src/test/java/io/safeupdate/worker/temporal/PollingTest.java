package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.client.Poller;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who polls, as the server tells it. */
@Timeout(120)
final class PollingTest {
  @RegisterExtension static final RealServer SERVER = new RealServer();

  @RegisterExtension final TestHost host = new TestHost(SERVER);

  @TempDir Path state;

  @Test
  void tells_nobody_where_no_worker_was_started() {
    assertThat(host.operations.pollers()).contains(List.of());
  }

  @Test
  void tells_which_worker_polls_and_when_it_did() throws Exception {
    Instant before = Instant.now().minusSeconds(5);
    host.startWorker();
    host.update("production");

    List<Poller> pollers = host.operations.pollers().orElseThrow();

    assertThat(pollers).first().extracting(Poller::identity).isEqualTo(Identity.ofProcess());
    assertThat(pollers).first().extracting(Poller::lastSeen).matches(before::isBefore);
  }

  @Test
  void a_server_that_cannot_tell_is_no_failure() {
    try (EmbeddedTemporal temporal = EmbeddedTemporal.inMemory(state, "default");
        TemporalConnection connection =
            TemporalConnection.connect(TemporalTarget.embedded(), state)) {
      assertThat(temporal.isDurable()).isFalse();
      assertThat(new Operations(connection.client(), "local").pollers()).isEmpty();
    }
  }
}

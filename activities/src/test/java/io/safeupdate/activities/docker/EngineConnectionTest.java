package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EngineConnectionTest {

  @TempDir Path directory;

  @Test
  void calls_an_engine_that_accepts_but_never_answers_unavailable() throws IOException {
    try (ServerSocketChannel silent = silentEngine();
        EngineConnection engine = connection(Duration.ofMillis(300))) {
      Throwable thrown = catchThrowable(() -> engine.ask("Listing", c -> c.infoCmd().exec()));

      assertThat(silent.isOpen()).isTrue();
      assertThat(thrown)
          .isInstanceOfSatisfying(
              StepFailure.class,
              e -> assertThat(e.type()).isEqualTo(FailureType.ENGINE_UNAVAILABLE))
          .hasMessage("Listing failed: the Docker engine did not answer in time.");
    }
  }

  @Test
  void asks_again_after_an_engine_did_not_answer() throws IOException {
    try (ServerSocketChannel silent = silentEngine();
        EngineConnection engine = connection(Duration.ofMillis(200))) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(catchThrowable(() -> engine.version()))
            .isInstanceOf(StepFailure.class)
            .hasMessageContaining("did not answer in time");
      }
      assertThat(silent.isOpen()).isTrue();
    }
  }

  @Test
  void calls_an_engine_without_a_socket_unavailable() {
    try (EngineConnection engine = connection(Duration.ofMinutes(1))) {
      assertThat(catchThrowable(() -> engine.ask("Listing", c -> c.infoCmd().exec())))
          .isInstanceOfSatisfying(
              StepFailure.class,
              e -> assertThat(e.type()).isEqualTo(FailureType.ENGINE_UNAVAILABLE))
          .hasMessageContaining("does not answer");
    }
  }

  @Test
  void stops_asking_when_its_thread_is_interrupted_and_keeps_the_flag() throws IOException {
    try (ServerSocketChannel silent = silentEngine();
        EngineConnection engine = connection(Duration.ofMinutes(1))) {
      Thread.currentThread().interrupt();

      Throwable thrown = catchThrowable(() -> engine.ask("Listing", c -> c.infoCmd().exec()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(silent.isOpen()).isTrue();
      assertThat(thrown).isInstanceOf(CancellationException.class);
    }
  }

  private ServerSocketChannel silentEngine() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return server.bind(UnixDomainSocketAddress.of(socket()));
  }

  private EngineConnection connection(Duration limit) {
    EngineHost host = new EngineHost(URI.create("unix://" + socket()), Optional.empty());
    return new EngineConnection(() -> host, limit);
  }

  private Path socket() {
    return directory.resolve("engine.sock");
  }
}

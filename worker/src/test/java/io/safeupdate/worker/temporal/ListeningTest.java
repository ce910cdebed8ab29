package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningTest {
  private static final long SELF = ProcessHandle.current().pid();

  @Test
  void knows_who_listens_on_a_port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new Listening(SELF, socket.getLocalPort()).isSo()).isTrue();
    }
  }

  @Test
  void does_not_take_another_process_for_the_one_that_answers() throws IOException {
    Process other = new ProcessBuilder("sleep", "60").start();
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(new Listening(other.pid(), socket.getLocalPort()).isSo()).isFalse();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void a_port_that_nobody_listens_on_is_nobodys() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(new Listening(SELF, port).isSo()).isFalse();
  }
}

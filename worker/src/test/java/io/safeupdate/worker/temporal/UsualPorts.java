package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps the usual ports taken. A server that starts meanwhile gets ports that no other test wants,
 * and finds them free again after it was killed.
 */
final class UsualPorts implements BeforeAllCallback, AfterAllCallback {
  private final List<ServerSocket> taken = new ArrayList<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    for (int port : new int[] {7233, 8233}) {
      try {
        taken.add(new ServerSocket(port, 1, Ports.loopback()));
      } catch (IOException e) {
        // Somebody else keeps it taken.
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    for (ServerSocket socket : taken) {
      socket.close();
    }
  }
}

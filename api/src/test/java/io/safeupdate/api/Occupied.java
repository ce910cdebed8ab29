package io.safeupdate.api;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Port 8080, taken by us or by another process of the machine. */
record Occupied(Optional<ServerSocket> ours) implements AutoCloseable {
  private static final int USUAL = 8080;

  static Occupied usualPort() throws IOException {
    try {
      return new Occupied(
          Optional.of(new ServerSocket(USUAL, 1, InetAddress.getLoopbackAddress())));
    } catch (BindException another) {
      return new Occupied(Optional.empty());
    }
  }

  @Override
  public void close() throws IOException {
    if (ours.isPresent()) {
      ours.get().close();
    }
  }
}

package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * The ports of a server on the loopback interface.
 *
 * @param api for clients
 * @param ui for browsers
 */
record Ports(int api, int ui) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL_API = 7233;
  private static final int USUAL_UI = 8233;

  /** The usual ones where they are free, so that addresses stay the same; else any. */
  static Ports free() {
    return new Ports(freeOr(USUAL_API), freeOr(USUAL_UI));
  }

  /** Those of a server that runs; its UI's is any where it has none. */
  static Ports of(ServerRecord server) {
    return new Ports(port(server.address()), server.uiUrl().map(Ports::port).orElseGet(Ports::any));
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /**
   * Sees that nobody else has them.
   *
   * @throws TemporalUnavailableException when somebody has; that may be another Temporal server,
   *     whose answers would be taken for ours
   */
  void requireFree() {
    for (int port : new int[] {api, ui}) {
      try (ServerSocket socket = bind(port)) {
        socket.getLocalPort();
      } catch (IOException taken) {
        throw new TemporalUnavailableException(
            "Port " + port + " is used by another program; the Temporal server needs it.", taken);
      }
    }
  }

  static int any() {
    try (ServerSocket socket = bind(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException("No free port on the loopback interface", failure);
    }
  }

  private static int freeOr(int usual) {
    try (ServerSocket socket = bind(usual)) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      return any();
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, loopback());
  }

  /** IPv4, whatever Java prefers: it is what the server is told to listen on. */
  static InetAddress loopback() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  String address() {
    return LOOPBACK + ":" + api;
  }

  String uiUrl() {
    return "http://" + LOOPBACK + ":" + ui;
  }
}

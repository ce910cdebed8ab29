package io.safeupdate.worker.temporal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How we are named in Temporal's history. */
final class Identity {
  private Identity() {}

  static String ofProcess() {
    return System.getProperty("user.name", "unknown") + "@" + host() + " (safe-update)";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}

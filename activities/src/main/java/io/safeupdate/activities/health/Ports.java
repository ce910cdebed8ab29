package io.safeupdate.activities.health;

import java.net.URI;

/** The port that a URL leads to. */
public final class Ports {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Ports() {}

  public static int of(URI url) {
    if (url.getPort() != -1) {
      return url.getPort();
    }
    return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
  }
}

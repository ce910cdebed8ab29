package io.safeupdate.api;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import io.safeupdate.api.access.token.Tokens;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who reaches the server.
 *
 * @param connectors what it listens on
 * @param administration what Dropwizard's own administration listens on, beside them
 */
record Exposure(List<ConnectorFactory> connectors, List<ConnectorFactory> administration) {

  static Exposure of(ServerFactory factory) {
    if (factory instanceof DefaultServerFactory several) {
      return new Exposure(several.getApplicationConnectors(), several.getAdminConnectors());
    }
    return new Exposure(List.of(((SimpleServerFactory) factory).getConnector()), List.of());
  }

  /** Whether others than those on this machine reach it, themselves or through a proxy. */
  boolean isToOthers() {
    return connectors.stream().anyMatch(it -> !isLoopback(it) || isBehindProxy(it));
  }

  /**
   * Refuses what would let in anybody.
   *
   * @throws ApiServerException saying what to change
   */
  void check(Tokens tokens) {
    refuse(
        administration,
        it -> !isLoopback(it),
        "has an administration connector on %s, which others reach, and administration asks nobody"
            + " who they are. Leave `adminConnectors` out, or write `bindHost: 127.0.0.1`.");
    refuse(
        connectors,
        it -> !isLoopback(it) && !isEncrypted(it) && !isBehindProxy(it),
        "listens on %s without TLS, where tokens would cross the network in clear text. Use a"
            + " connector of `type: https`; or write `useForwardedHeaders: true` where a proxy of"
            + " yours does TLS; or `bindHost: 127.0.0.1`, and from elsewhere `ssh -L`.");
    if (!tokens.anyUsable()) {
      refuse(
          connectors,
          it -> !isLoopback(it) || isBehindProxy(it),
          "lets others reach %s, and there is no token by which they say who they are. Make one"
              + " first: `safe-update token add NAME --role admin`; or write `bindHost:"
              + " 127.0.0.1`, without `useForwardedHeaders`, and from elsewhere `ssh -L`.");
    }
  }

  private static void refuse(
      List<ConnectorFactory> all, Predicate<ConnectorFactory> wrong, String why) {
    all.stream()
        .filter(wrong)
        .findFirst()
        .ifPresent(
            connector -> {
              throw new ApiServerException(
                  "The configuration's `server` " + why.formatted(host(connector)));
            });
  }

  private static String host(ConnectorFactory connector) {
    String host = connector instanceof HttpConnectorFactory http ? http.getBindHost() : null;
    return host == null || host.isBlank() ? "0.0.0.0" : host;
  }

  private static boolean isLoopback(ConnectorFactory connector) {
    try {
      return InetAddress.getByName(host(connector)).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static boolean isEncrypted(ConnectorFactory connector) {
    return connector instanceof HttpsConnectorFactory;
  }

  private static boolean isBehindProxy(ConnectorFactory connector) {
    return connector instanceof HttpConnectorFactory http && http.isUseForwardedHeaders();
  }
}

package io.safeupdate.api;

import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Environment;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server. It is put together here and not by Dropwizard's {@code Application}, which
 * would take over the logging of the whole process and end it on an error.
 */
final class Listening {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

  private final Server server;
  private final String path;

  private Listening(Server server, String path) {
    this.server = server;
    this.path = path;
  }

  /**
   * Starts to listen.
   *
   * @throws BindException when a port is taken; its message names the address
   * @throws ApiServerException when the server cannot start otherwise
   */
  static Listening start(ServerFactory factory, Site site) throws BindException {
    Environment environment = new Environment("safe-update");
    factory.configure(environment);
    site.publish(environment);
    Server server = factory.build(environment);
    // The process decides when it stops, and in which order.
    server.setStopAtShutdown(false);
    hangUpSoon(server);
    Listening listening =
        new Listening(server, environment.getApplicationContext().getContextPath());
    listening.listen();
    return listening;
  }

  private void listen() throws BindException {
    try {
      server.start();
    } catch (Exception failure) {
      stop();
      Optional<BindException> taken = bindFailure(failure);
      if (taken.isPresent()) {
        throw taken.get();
      }
      throw new ApiServerException(
          "The web server does not start: " + failure.getMessage(), failure);
    }
  }

  /** Jetty tells the address in one failure and the reason in its cause. */
  private static Optional<BindException> bindFailure(Throwable failure) {
    Optional<Throwable> reason =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(BindException.class::isInstance)
            .findFirst();
    return reason.map(
        cause -> {
          BindException told =
              new BindException(
                  "The web server cannot listen: "
                      + failure.getMessage()
                      + " ("
                      + cause.getMessage()
                      + ")");
          told.initCause(failure);
          return told;
        });
  }

  /** Browsers keep idle connections, for which a stop would wait longer than for requests. */
  private static void hangUpSoon(Server server) {
    for (Connector connector : server.getConnectors()) {
      ((ServerConnector) connector).setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
    }
  }

  URI url() {
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    String scheme = connector.getProtocols().contains("ssl") ? "https" : "http";
    String host =
        connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
    String root = path.endsWith("/") ? path : path + "/";
    return URI.create(scheme + "://" + host + ":" + connector.getLocalPort() + root);
  }

  void stop() {
    try {
      server.stop();
    } catch (TimeoutException open) {
      LOG.debug("The web server stopped under an open request", open);
    } catch (Exception failure) {
      LOG.warn("The web server did not stop cleanly", failure);
    }
  }
}

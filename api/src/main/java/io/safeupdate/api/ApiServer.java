package io.safeupdate.api;

import io.dropwizard.core.server.ServerFactory;
import io.safeupdate.api.access.entry.Access;
import io.safeupdate.api.access.token.Tokens;
import io.safeupdate.api.host.HostOperations;
import io.safeupdate.api.host.TemporalOperations;
import io.safeupdate.api.monitoring.Monitoring;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operations;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The REST interface and the console, served from this process. */
public final class ApiServer implements AutoCloseable {
  private final Listening listening;

  private ApiServer(Listening listening) {
    this.listening = listening;
  }

  /**
   * Starts to listen: on loopback, unless the configuration says otherwise and there is a token.
   * Without a configured port this is 8080, or any free one if that is taken.
   *
   * @param temporalUi where Temporal's own web interface is, to link runs to
   * @param monitoring what is told under {@code /healthcheck} and {@code /metrics}
   * @throws ApiServerException when it cannot, saying what to change; nothing is left running
   */
  public static ApiServer start(
      SafeUpdateConfig config,
      Operations operations,
      Optional<URI> temporalUi,
      Monitoring monitoring) {
    return start(config, new TemporalOperations(operations), temporalUi, monitoring);
  }

  static ApiServer start(
      SafeUpdateConfig config, HostOperations operations, Optional<URI> temporalUi) {
    return start(config, operations, temporalUi, Monitoring.NONE);
  }

  static ApiServer start(
      SafeUpdateConfig config,
      HostOperations operations,
      Optional<URI> temporalUi,
      Monitoring monitoring) {
    ServerSection section = new ServerSection(config.server());
    Tokens tokens = new Tokens(config.stateDirectory(), Clock.systemUTC());
    Exposure exposure = Exposure.of(section.factory());
    exposure.check(tokens);
    Access access = new Access(tokens, exposure.isToOthers());
    Site site = new Site(config, operations, temporalUi, monitoring, access);
    try {
      return start(section.factory(), site);
    } catch (BindException taken) {
      return section.namesPort() ? refuse(taken) : startOnFreePort(section, site);
    }
  }

  private static ApiServer startOnFreePort(ServerSection section, Site site) {
    try {
      return start(section.onFreePort(), site);
    } catch (BindException taken) {
      return refuse(taken);
    }
  }

  private static ApiServer start(ServerFactory factory, Site site) throws BindException {
    return new ApiServer(Listening.start(factory, site));
  }

  private static ApiServer refuse(BindException taken) {
    throw new ApiServerException(
        taken.getMessage()
            + ". Stop what listens there, or choose another port in the configuration:"
            + " `server: {applicationConnectors: [{type: http, port: 8090}]}`.",
        taken);
  }

  /** Where the console is; it ends with a slash, and {@code api/v1/} is below it. */
  public URI url() {
    return listening.url();
  }

  /** Stops within two seconds, whatever is open. May be repeated. */
  @Override
  public void close() {
    listening.stop();
  }
}

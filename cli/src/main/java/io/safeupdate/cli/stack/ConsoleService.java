package io.safeupdate.cli.stack;

import io.safeupdate.api.ApiServer;
import java.net.URI;

/** The console and the REST interface, served as long as {@code up} or {@code api} runs. */
public final class ConsoleService implements UpService {
  private final ApiServer server;

  private ConsoleService(ApiServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @throws io.safeupdate.api.ApiServerException when it cannot, saying what to change
   */
  public static ConsoleService start(Backend backend) {
    return new ConsoleService(
        ApiServer.start(
            backend.config(),
            backend.operations(),
            backend.temporalUi().map(URI::create),
            backend.monitoring()));
  }

  @Override
  public String name() {
    return "console";
  }

  @Override
  public URI url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}

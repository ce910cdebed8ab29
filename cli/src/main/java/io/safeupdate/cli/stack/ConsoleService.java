package io.safeupdate.cli.stack;

import io.safeupdate.api.ApiServer;
import java.net.URI;
import java.util.Optional;

/** The console and the REST interface, served as long as {@code up} runs. */
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
  public static ConsoleService start(Stack stack) {
    Optional<URI> temporalUi = stack.temporalUi().map(URI::create);
    return new ConsoleService(ApiServer.start(stack.config(), stack.operations(), temporalUi));
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

package io.safeupdate.cli.stack;

import io.safeupdate.api.ApiServer;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.client.Operations;
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
    return start(stack.config(), stack.operations(), stack.temporalUi());
  }

  /**
   * Starts to listen.
   *
   * @param temporalUi where runs are linked to
   * @throws io.safeupdate.api.ApiServerException when it cannot, saying what to change
   */
  public static ConsoleService start(
      SafeUpdateConfig config, Operations operations, Optional<String> temporalUi) {
    return new ConsoleService(ApiServer.start(config, operations, temporalUi.map(URI::create)));
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

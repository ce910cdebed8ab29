package io.safeupdate.worker.temporal;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The SDK's service for tests, for hosts where the real server cannot be had. It forgets everything
 * at the end. The SDK's own way to start it listens on every interface, where anybody could start
 * operations; this one listens on the loopback only.
 */
final class InJvmServer implements EmbeddedServer {
  private final TestServicesStarter services;
  private final Server server;
  private final ServerRecord record;

  private InJvmServer(TestServicesStarter services, Server server, ServerRecord record) {
    this.services = services;
    this.server = server;
    this.record = record;
  }

  /**
   * Starts the service.
   *
   * @throws TemporalUnavailableException when it cannot listen
   */
  static InJvmServer start(ServerFiles files) {
    TestServicesStarter services = new TestServicesStarter(true, 0);
    Ports ports = Ports.free();
    ServerRecord record =
        new ServerRecord(
            ProcessHandle.current().pid(), startTime(), ports.address(), Optional.empty());
    InJvmServer started = new InJvmServer(services, listen(services, ports), record);
    record.write(files.record());
    return started;
  }

  private static Instant startTime() {
    return new ServerProcess(ProcessHandle.current()).startTime();
  }

  private static Server listen(TestServicesStarter services, Ports ports) {
    try {
      NettyServerBuilder builder =
          NettyServerBuilder.forAddress(new InetSocketAddress(Ports.loopback(), ports.api()));
      GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
      return builder.build().start();
    } catch (IOException failure) {
      services.close();
      throw new TemporalUnavailableException(
          "The in-memory Temporal service cannot listen at " + ports.address(), failure);
    }
  }

  @Override
  public ServerRecord record() {
    return record;
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public void close() {
    server.shutdownNow();
    services.close();
  }
}

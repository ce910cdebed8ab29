package io.safeupdate.worker.temporal;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether a server answers for a namespace. */
record Health(String address, String namespace) {
  private static final int CONNECT_MILLIS = 500;
  private static final int ANSWER_SECONDS = 2;
  private static final int LOOK_MILLIS = 100;

  boolean isServing() {
    return isListening() && answers();
  }

  /** Asked first: a channel that was refused once waits a second before it tries again. */
  private boolean isListening() {
    int colon = address.lastIndexOf(':');
    int port = Integer.parseInt(address.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private boolean answers() {
    ManagedChannel channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
    try {
      return WorkflowServiceGrpc.newBlockingStub(channel)
          .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
          .hasNamespaceInfo();
    } catch (StatusRuntimeException notYet) {
      return false;
    } finally {
      channel.shutdownNow();
    }
  }

  /**
   * Waits until the server answers.
   *
   * @param alive whether waiting still makes sense
   * @return whether it answers
   */
  boolean await(BooleanSupplier alive, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (alive.getAsBoolean() && System.nanoTime() < end) {
      if (isServing()) {
        return true;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return false;
  }
}

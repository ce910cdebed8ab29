package io.safeupdate.workflows.client;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.OperationId;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who asks the server for a host's work. */
final class Polls {
  private final Calls calls;
  private final String host;

  Polls(Calls calls, String host) {
    this.calls = calls;
    this.host = host;
  }

  /** Latest first; empty where the server cannot say. */
  Optional<List<Poller>> pollers() {
    try {
      return Optional.of(
          calls.call(stub -> stub.describeTaskQueue(request())).getPollersList().stream()
              .map(Polls::poller)
              .sorted(Comparator.comparing(Poller::lastSeen).reversed())
              .toList());
    } catch (StatusRuntimeException refused) {
      if (Calls.is(refused, Status.Code.UNIMPLEMENTED)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** The queue of activities: workflows are polled for under a worker's own name too. */
  private DescribeTaskQueueRequest request() {
    return DescribeTaskQueueRequest.newBuilder()
        .setNamespace(calls.namespace())
        .setTaskQueue(TaskQueue.newBuilder().setName(OperationId.taskQueue(host)))
        .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
        .build();
  }

  private static Poller poller(PollerInfo info) {
    Timestamp seen = info.getLastAccessTime();
    return new Poller(
        info.getIdentity(), Instant.ofEpochSecond(seen.getSeconds(), seen.getNanos()));
  }
}

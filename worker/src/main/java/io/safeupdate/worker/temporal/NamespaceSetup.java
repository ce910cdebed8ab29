package io.safeupdate.worker.temporal;

import com.google.protobuf.Duration;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes a namespace what operations need. Idempotent. */
final class NamespaceSetup {
  private static final long RETENTION_SECONDS = TimeUnit.DAYS.toSeconds(90);
  private static final int ANSWER_SECONDS = 10;

  private final WorkflowServiceStubs stubs;
  private final String namespace;

  NamespaceSetup(WorkflowServiceStubs stubs, String namespace) {
    this.stubs = stubs;
    this.namespace = namespace;
  }

  /** Keeps closed operations for 90 days at least: the server's own default is one. */
  void raiseRetention() {
    if (retentionSeconds() < RETENTION_SECONDS) {
      Duration retention = Duration.newBuilder().setSeconds(RETENTION_SECONDS).build();
      service()
          .updateNamespace(
              UpdateNamespaceRequest.newBuilder()
                  .setNamespace(namespace)
                  .setConfig(
                      NamespaceConfig.newBuilder().setWorkflowExecutionRetentionTtl(retention))
                  .build());
    }
  }

  private long retentionSeconds() {
    return service()
        .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
        .getConfig()
        .getWorkflowExecutionRetentionTtl()
        .getSeconds();
  }

  private WorkflowServiceBlockingStub service() {
    return stubs.blockingStub().withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  /** See {@link TemporalConnection#registerSearchAttributes}. */
  void registerSearchAttributes(Consumer<String> tell) {
    new AttributeRegistry(stubs, namespace)
        .ensure(SearchAttributes.ALL.stream().map(SearchAttributeKey::getName).toList(), tell);
  }
}

package io.safeupdate.worker.temporal;

import com.google.protobuf.Duration;
import io.grpc.StatusRuntimeException;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    long seconds =
        stubs
            .blockingStub()
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
            .getConfig()
            .getWorkflowExecutionRetentionTtl()
            .getSeconds();
    if (seconds < RETENTION_SECONDS) {
      Duration retention = Duration.newBuilder().setSeconds(RETENTION_SECONDS).build();
      stubs
          .blockingStub()
          .updateNamespace(
              UpdateNamespaceRequest.newBuilder()
                  .setNamespace(namespace)
                  .setConfig(
                      NamespaceConfig.newBuilder().setWorkflowExecutionRetentionTtl(retention))
                  .build());
    }
  }

  /**
   * Registers the search attributes that are missing.
   *
   * @param tell hears when it cannot be seen whether any is missing
   * @throws TemporalUnavailableException when some are missing and we may not register them; the
   *     message has the commands for somebody who may
   */
  void registerSearchAttributes(Consumer<String> tell) {
    List<String> missing;
    try {
      missing = missing();
    } catch (StatusRuntimeException refused) {
      tell.accept(
          "Whether the search attributes are registered cannot be seen (%s). If operations hang: %s"
              .formatted(refused.getStatus().getCode(), commands(names())));
      return;
    }
    if (!missing.isEmpty()) {
      register(missing);
    }
  }

  private List<String> missing() {
    Set<String> known =
        operator()
            .listSearchAttributes(
                ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
            .getCustomAttributesMap()
            .keySet();
    return names().stream().filter(name -> !known.contains(name)).toList();
  }

  private static List<String> names() {
    return SearchAttributes.ALL.stream().map(SearchAttributeKey::getName).toList();
  }

  private void register(List<String> missing) {
    AddSearchAttributesRequest.Builder request =
        AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
    missing.forEach(
        name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    try {
      operator().addSearchAttributes(request.build());
    } catch (StatusRuntimeException refused) {
      throw new TemporalUnavailableException(
          "Search attributes are missing in namespace %s, and the server does not let us register them (%s). Somebody who may: %s"
              .formatted(namespace, refused.getStatus().getCode(), commands(missing)),
          refused);
    }
  }

  private String commands(List<String> names) {
    return names.stream()
        .map(name -> " --name " + name + " --type Keyword")
        .collect(
            Collectors.joining(
                "", "temporal operator search-attribute create --namespace " + namespace, ""));
  }

  private OperatorServiceBlockingStub operator() {
    return OperatorServiceGrpc.newBlockingStub(stubs.blockingStub().getChannel())
        .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS);
  }
}

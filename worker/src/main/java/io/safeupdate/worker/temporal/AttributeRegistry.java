package io.safeupdate.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The search attributes that a namespace knows. All of ours are keywords. */
final class AttributeRegistry {
  private static final int ANSWER_SECONDS = 10;

  private final WorkflowServiceStubs stubs;
  private final String namespace;

  AttributeRegistry(WorkflowServiceStubs stubs, String namespace) {
    this.stubs = stubs;
    this.namespace = namespace;
  }

  /** Registers those that are missing; where that cannot be seen, tries each. */
  void ensure(List<String> names, Consumer<String> tell) {
    Optional<Set<String>> known = known();
    List<String> missing =
        names.stream().filter(name -> !known.map(all -> all.contains(name)).orElse(false)).toList();
    try {
      if (known.isPresent()) {
        add(missing);
      } else {
        missing.forEach(this::addUnlessKnown);
      }
    } catch (StatusRuntimeException refused) {
      if (known.isPresent()) {
        throw missing(missing, refused);
      }
      tell.accept(unseen(missing, refused));
    }
  }

  /** Empty where we may not ask: on some servers only administrators may. */
  private Optional<Set<String>> known() {
    try {
      return Optional.of(
          operator()
              .listSearchAttributes(
                  ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
              .getCustomAttributesMap()
              .keySet());
    } catch (StatusRuntimeException refused) {
      return Optional.empty();
    }
  }

  private void addUnlessKnown(String name) {
    try {
      add(List.of(name));
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw refused;
      }
    }
  }

  private void add(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    AddSearchAttributesRequest.Builder request =
        AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
    names.forEach(
        name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    operator().addSearchAttributes(request.build());
  }

  private TemporalUnavailableException missing(List<String> names, StatusRuntimeException refused) {
    return new TemporalUnavailableException(
        "Search attributes are missing in namespace %s, and the server does not let us register them (%s). Somebody it lets may run: %s"
            .formatted(namespace, refused.getStatus().getCode(), command(names)),
        refused);
  }

  private String unseen(List<String> names, StatusRuntimeException refused) {
    return "Whether namespace %s has our search attributes cannot be seen (%s). If operations do not move, somebody it lets may run: %s"
        .formatted(namespace, refused.getStatus().getCode(), command(names));
  }

  private String command(List<String> names) {
    return names.stream()
        .map(name -> " --name " + name + " --type Keyword")
        .collect(
            Collectors.joining(
                "", "temporal operator search-attribute create --namespace " + namespace, ""));
  }

  /** Over the channel that has the connection's credentials. */
  private OperatorServiceBlockingStub operator() {
    return OperatorServiceGrpc.newBlockingStub(stubs.blockingStub().getChannel())
        .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS);
  }
}

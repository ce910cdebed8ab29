package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.worker.ToyHost;
import io.safeupdate.workflows.client.Follower;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.Operations;
import io.safeupdate.workflows.contract.Outcome;
import io.safeupdate.workflows.contract.SearchAttributes;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server as it starts, in all the ways it may. */
@Timeout(180)
final class EmbeddedTemporalTest {
  @TempDir private Path state;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Heard heard = new Heard();

  @Test
  void keeps_operations_for_90_days_and_shows_them_in_the_web_ui() throws Exception {
    try (Up up = up(new ToyHost())) {
      assertThat(retention(up.client())).isEqualTo(Duration.ofDays(90));
      assertThat(attributes(up.client())).containsAll(names());
      assertThat(status(up.temporal().uiUrl().orElseThrow())).isEqualTo(200);
      assertThat(up.temporal().isDurable()).isTrue();
      assertThat(record().address()).isEqualTo(up.temporal().address());
    }
    assertThat(ServerProcess.of(record())).isEmpty();
  }

  @Test
  void prepares_a_database_that_another_program_made() throws Exception {
    ServerFiles files = new ServerFiles(state);
    files.create();
    Ports ports = new Ports(Ports.any(), Ports.any());
    Process other =
        new ProcessBuilder(
                Binary.path().toString(),
                "server",
                "start-dev",
                "--db-filename",
                files.database().toString(),
                "--port",
                String.valueOf(ports.api()),
                "--headless")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    new Health(ports.address(), "default").await(other::isAlive, Duration.ofSeconds(60));
    new ServerProcess(other.toHandle()).stop(Duration.ofSeconds(10));

    try (Up up = up(new ToyHost())) {
      assertThat(update(up)).isEqualTo(Outcome.UPDATED);
      assertThat(retention(up.client())).isEqualTo(Duration.ofDays(90));
      assertThat(attributes(up.client())).containsAll(names());
    }
  }

  @Test
  void serves_several_state_directories_side_by_side(@TempDir Path other) throws Exception {
    try (Up one = up(new ToyHost());
        Up two = Up.start(other, new ToyHost(), told::add)) {
      assertThat(one.temporal().address()).isNotEqualTo(two.temporal().address());
      assertThat(one.temporal().uiUrl()).isNotEqualTo(two.temporal().uiUrl());
      assertThat(update(one)).isEqualTo(Outcome.UPDATED);
      assertThat(new Operations(two.client(), Up.HOST).list(Optional.empty(), 10)).isEmpty();
    }
  }

  @Test
  void servers_that_start_at_the_same_moment_do_not_take_each_other_for_their_own(
      @TempDir Path others) throws Exception {
    List<CompletableFuture<EmbeddedTemporal>> starting =
        Stream.of("one", "two", "three")
            .map(name -> CompletableFuture.supplyAsync(() -> start(others.resolve(name))))
            .toList();
    Set<String> addresses = new HashSet<>();
    for (CompletableFuture<EmbeddedTemporal> future : starting) {
      try (EmbeddedTemporal server = future.get()) {
        addresses.add(server.address());
        assertThat(future.get().isDurable()).isTrue();
      }
    }

    assertThat(addresses).hasSize(3);
    assertThat(told).isEmpty();
  }

  private EmbeddedTemporal start(Path directory) {
    try {
      return EmbeddedTemporal.start(directory, "default", told::add);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void says_the_servers_last_words_when_it_does_not_start() throws Exception {
    ServerFiles files = new ServerFiles(state);
    files.create();
    Files.writeString(files.database(), "this is no database, but long enough to be looked at");

    assertThatThrownBy(() -> up(new ToyHost()))
        .isInstanceOf(TemporalUnavailableException.class)
        .hasMessageContaining("did not start")
        .hasMessageContaining("file is not a database")
        .hasMessageContaining(files.log().toString());
  }

  @Test
  void serves_from_memory_and_says_so_where_the_server_cannot_be_had() throws Exception {
    TemporalCli none = new TemporalCli(List.of());
    try (Up up = Up.start(state, new ToyHost(), none, told::add)) {
      assertThat(told.get(0)).contains("WARNING").contains("WILL NOT OUTLIVE THIS PROCESS");
      assertThat(up.temporal().isDurable()).isFalse();
      assertThat(up.temporal().uiUrl()).isEmpty();
      assertThat(update(up)).isEqualTo(Outcome.UPDATED);
      Operations operations = new Operations(up.client(), Up.HOST);
      assertThat(operations.list(Optional.of("production"), 10))
          .singleElement()
          .satisfies(summary -> assertThat(summary.outcome()).contains(Outcome.UPDATED));
      Operation operation = operations.resolve("production");
      assertThat(operations.resolve(operation.id())).isEqualTo(operation);
      assertThat(operations.openOperations()).isEmpty();
    }
  }

  private Up up(ToyHost host) throws InterruptedException {
    return Up.start(state, host, told::add);
  }

  private ServerRecord record() {
    return ServerRecord.read(new ServerFiles(state).record()).orElseThrow();
  }

  private Outcome update(Up up) throws InterruptedException {
    Operations operations = new Operations(up.client(), Up.HOST);
    Operation operation = operations.start(UpdateRequest.of("production"));
    return new Follower(operations).follow(operation, heard).outcome();
  }

  private static Duration retention(WorkflowClient client) {
    return Duration.ofSeconds(
        client
            .getWorkflowServiceStubs()
            .blockingStub()
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace("default").build())
            .getConfig()
            .getWorkflowExecutionRetentionTtl()
            .getSeconds());
  }

  private static Iterable<String> attributes(WorkflowClient client) {
    return OperatorServiceGrpc.newBlockingStub(
            client.getWorkflowServiceStubs().blockingStub().getChannel())
        .listSearchAttributes(
            ListSearchAttributesRequest.newBuilder().setNamespace("default").build())
        .getCustomAttributesMap()
        .keySet();
  }

  private static List<String> names() {
    return SearchAttributes.ALL.stream().map(SearchAttributeKey::getName).toList();
  }

  private static int status(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}

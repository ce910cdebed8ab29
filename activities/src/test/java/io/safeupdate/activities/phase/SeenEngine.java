package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An engine that can be looked at only: whoever tries to change something is told off. */
final class SeenEngine implements Engine {
  final List<Container> containers = new ArrayList<>();
  final Map<String, Supplier<String>> logs = new HashMap<>();
  String root = "/";

  void runs(String service) {
    containers.add(container("id-" + service, "shop-" + service + "-1", Optional.of(service)));
  }

  void serves(String service) {
    containers.add(
        container("id-" + service, "shop-" + service + "-1", Optional.of(service), "running"));
  }

  void ranBesides(String name) {
    containers.add(container("id-" + name, name, Optional.empty()));
  }

  private static Container container(String id, String name, Optional<String> service) {
    return container(id, name, service, "exited");
  }

  private static Container container(
      String id, String name, Optional<String> service, String status) {
    return new Container(
        id,
        name,
        service,
        1,
        "sha256:1",
        status,
        3,
        Optional.of("unhealthy"),
        2,
        Instant.parse("2026-11-22T12:00:00Z"),
        Optional.of(Instant.parse("2026-11-22T12:00:05Z")),
        Map.of(),
        List.of(),
        "always",
        Map.of());
  }

  @Override
  public Info info() {
    return new Info("engine", "20.10", "1.41", root);
  }

  @Override
  public List<Container> containers(String project, boolean oneOff) {
    return containers.stream().filter(it -> it.service().isPresent()).toList();
  }

  @Override
  public List<Container> labelled(String label, String value) {
    return containers.stream().filter(it -> it.service().isEmpty()).toList();
  }

  @Override
  public Optional<Container> container(String idOrName) {
    return containers.stream().filter(it -> it.id().equals(idOrName)).findFirst();
  }

  @Override
  public Optional<Image> image(String idOrReference) {
    return Optional.of(new Image(idOrReference, List.of("shop_web:production"), 1, Instant.EPOCH));
  }

  @Override
  public String logs(String containerId, int lines) {
    return logs.getOrDefault(containerId, () -> "nothing to say\n").get();
  }

  @Override
  public ExecResult exec(
      String containerId, List<String> argv, Map<String, String> environment, Duration limit) {
    throw new StepFailure(FailureType.DATABASE_FAILED, "The server does not answer.");
  }

  @Override
  public List<String> tags(String prefix) {
    throw changing();
  }

  @Override
  public void tag(String imageId, String reference) {
    throw changing();
  }

  @Override
  public boolean untag(String reference) {
    throw changing();
  }

  @Override
  public void pull(String reference, Progress progress) {
    throw changing();
  }

  @Override
  public void start(String containerId) {
    throw changing();
  }

  @Override
  public void stop(String containerId) {
    throw changing();
  }

  @Override
  public void restartPolicy(String containerId, String policy) {
    throw changing();
  }

  @Override
  public void remove(String containerId) {
    throw changing();
  }

  @Override
  public int await(String containerId, Duration limit, Progress progress) {
    throw changing();
  }

  @Override
  public <T> T read(String containerId, String path, TarReader<T> reader) {
    throw changing();
  }

  @Override
  public void write(String containerId, String directory, TarWriter writer) {
    throw changing();
  }

  @Override
  public void discard(String containerId) {
    throw changing();
  }

  @Override
  public List<Mount> mounts(String containerId) {
    return List.of();
  }

  @Override
  public String create(Workbench workbench) {
    throw changing();
  }

  @Override
  public List<String> addresses(String containerId) {
    throw changing();
  }

  @Override
  public List<Network> networks(String project) {
    throw changing();
  }

  @Override
  public void removeNetwork(String id) {
    throw changing();
  }

  private static UnsupportedOperationException changing() {
    return new UnsupportedOperationException("this engine is only looked at");
  }
}

package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.ProcessRunner;
import io.safeupdate.activities.process.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Engine} over docker-java; pulling by the {@code docker} command. Safe for all threads. */
public final class DockerEngine implements Engine, AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final EngineConnection engine;
  private final EngineContainers containers;
  private final EngineWorkbenches workbenches;
  private final EngineImages images;
  private final EngineNetworks networks;
  private final ContainerTalk talk;
  private final ContainerFiles files;
  private final ImagePull pull;

  DockerEngine(EngineConnection engine, ProcessRunner runner) {
    this.engine = engine;
    this.containers = new EngineContainers(engine);
    this.workbenches = new EngineWorkbenches(engine);
    this.images = new EngineImages(engine);
    this.networks = new EngineNetworks(engine);
    this.talk = new ContainerTalk(engine);
    this.files = new ContainerFiles(engine);
    this.pull = new ImagePull(runner);
  }

  /**
   * The engine that the {@code docker} command talks to. Connects at the first call.
   *
   * @param environment ours, for the place of TLS certificates
   */
  public static DockerEngine ofDockerCommand(
      ProcessRunner runner, Map<String, String> environment) {
    return ofDockerCommand(runner, environment, ANSWER_LIMIT);
  }

  /**
   * The same by a connection that gives up sooner.
   *
   * @param limit how long the engine may think about a question that is answered at once
   */
  public static DockerEngine ofDockerCommand(
      ProcessRunner runner, Map<String, String> environment, Duration limit) {
    EngineConnection engine =
        new EngineConnection(() -> EngineHost.ofDockerCommand(runner, environment), limit);
    return new DockerEngine(engine, runner);
  }

  @Override
  public Info info() {
    var info = engine.ask("Asking the Docker engine about itself", c -> c.infoCmd().exec());
    String api = engine.version().toString();
    return new Info(info.getId(), info.getServerVersion(), api, info.getDockerRootDir());
  }

  @Override
  public List<Container> containers(String project, boolean oneOff) {
    String flag = oneOff ? "True" : "False";
    return containers.labelled(
        Map.of(ContainerReader.PROJECT, project, ContainerReader.ONE_OFF, flag));
  }

  @Override
  public List<Container> labelled(String label, String value) {
    return containers.labelled(Map.of(label, value));
  }

  @Override
  public Optional<Container> container(String idOrName) {
    return containers.container(idOrName);
  }

  @Override
  public Optional<Image> image(String idOrReference) {
    return images.image(idOrReference);
  }

  @Override
  public List<String> tags(String prefix) {
    return images.tags(prefix);
  }

  @Override
  public void tag(String imageId, String reference) {
    images.tag(imageId, reference);
  }

  @Override
  public boolean untag(String reference) {
    return images.untag(reference);
  }

  @Override
  public void pull(String reference, Progress progress) {
    pull.pull(reference, progress);
  }

  @Override
  public void start(String containerId) {
    containers.start(containerId);
  }

  @Override
  public void stop(String containerId) {
    containers.stop(containerId);
  }

  @Override
  public void restartPolicy(String containerId, String policy) {
    containers.restartPolicy(containerId, policy);
  }

  @Override
  public void remove(String containerId) {
    containers.remove(containerId);
  }

  @Override
  public int await(String containerId, Duration limit, Progress progress) {
    return new ContainerWait(containerId, () -> container(containerId), progress).within(limit);
  }

  @Override
  public String logs(String containerId, int lines) {
    return containers.secrets(containerId).apply(talk.logs(containerId, lines));
  }

  @Override
  public ExecResult exec(
      String containerId, List<String> argv, Map<String, String> environment, Duration limit) {
    return talk.exec(containerId, argv, environment, limit);
  }

  @Override
  public List<Mount> mounts(String containerId) {
    return workbenches.mounts(containerId);
  }

  @Override
  public String create(Workbench workbench) {
    return workbenches.create(workbench);
  }

  @Override
  public void discard(String containerId) {
    workbenches.discard(containerId);
  }

  @Override
  public <T> T read(String containerId, String path, TarReader<T> reader) {
    return files.read(containerId, path, reader);
  }

  @Override
  public void write(String containerId, String directory, TarWriter writer) {
    files.write(containerId, directory, writer);
  }

  @Override
  public List<String> addresses(String containerId) {
    return containers.addresses(containerId);
  }

  @Override
  public List<Network> networks(String project) {
    return networks.networks(project);
  }

  @Override
  public void removeNetwork(String id) {
    networks.remove(id);
  }

  /** Gives up open questions; they fail as when their thread is interrupted. */
  @Override
  public void close() {
    engine.close();
  }
}

package io.safeupdate.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import io.safeupdate.activities.docker.Engine.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mounts of containers, and containers made to work with one of them. */
final class EngineWorkbenches {
  private static final String ROOT = "0:0";

  private final EngineConnection engine;

  EngineWorkbenches(EngineConnection engine) {
    this.engine = engine;
  }

  List<Engine.Mount> mounts(String id) {
    return engine.ask(
        "Inspecting the mounts of container " + id,
        client -> mounts(client.inspectContainerCmd(id).exec()));
  }

  String create(Workbench workbench) {
    return engine.ask(
        "Creating the container " + workbench.name(), client -> create(client, workbench));
  }

  /** What it had mounted has a name here, and so stays. */
  void discard(String id) {
    engine.ask(
        "Removing container " + id,
        client -> {
          try {
            return client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
          } catch (NotFoundException | ConflictException e) {
            return null; // Gone, or somebody is just removing it.
          }
        });
  }

  private static List<Engine.Mount> mounts(InspectContainerResponse answer) {
    List<Engine.Mount> mounts = new ArrayList<>();
    for (InspectContainerResponse.Mount mount :
        Optional.ofNullable(answer.getMounts()).orElse(List.of())) {
      mounts.add(mount(mount));
    }
    Optional.ofNullable(answer.getHostConfig().getTmpFs())
        .map(Map::keySet)
        .ifPresent(all -> all.forEach(it -> mounts.add(new Engine.Mount("tmpfs", "", it))));
    return mounts;
  }

  private static Engine.Mount mount(InspectContainerResponse.Mount mount) {
    String target = mount.getDestination().getPath();
    String source = Optional.ofNullable(mount.getSource()).orElse("");
    return Optional.ofNullable(mount.getName())
        .filter(name -> !name.isEmpty())
        .map(name -> new Engine.Mount("volume", name, target))
        .orElseGet(() -> new Engine.Mount(source.isEmpty() ? "tmpfs" : "bind", source, target));
  }

  private static String create(DockerClient client, Workbench workbench) {
    return client
        .createContainerCmd(workbench.image())
        .withName(workbench.name())
        .withUser(ROOT)
        .withWorkingDir("/")
        .withEntrypoint(workbench.argv())
        .withCmd(List.of())
        .withLabels(workbench.labels())
        .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
        .withHostConfig(
            HostConfig.newHostConfig()
                .withMounts(List.of(mount(workbench.mount())))
                .withNetworkMode("none")
                // Else a host with SELinux keeps it out of the files of another container.
                .withSecurityOpts(List.of("label=disable"))
                .withInit(true))
        .exec()
        .getId();
  }

  private static Mount mount(Engine.Mount wanted) {
    Mount mount = new Mount().withSource(wanted.source()).withTarget(wanted.target());
    return wanted.type().equals("bind")
        ? mount.withType(MountType.BIND)
        : mount
            .withType(MountType.VOLUME)
            // An empty volume would be filled with what the image has there.
            .withVolumeOptions(new VolumeOptions().withNoCopy(true));
  }
}

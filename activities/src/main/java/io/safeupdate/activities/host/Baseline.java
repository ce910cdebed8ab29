package io.safeupdate.activities.host;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deployment as it was before an operation touched it.
 *
 * @param restorePoint the id that this operation's restore point gets
 * @param remoteRef the ref under which the target was found on the remote
 * @param project the resolved Compose project name
 * @param images image id by the reference its services are created from
 * @param networks engine ids of the project's networks
 * @param probes whether each configured probe passed, by its URL
 * @param database the live database, where the deployment has one
 * @param changedPaths repository paths that differ between the two commits
 */
public record Baseline(
    String restorePoint,
    Instant takenAt,
    String from,
    String to,
    String subject,
    Optional<String> remoteRef,
    String branch,
    String project,
    List<RunningContainer> containers,
    Map<String, String> images,
    List<String> networks,
    Map<String, Boolean> probes,
    Optional<LiveDatabase> database,
    List<String> services,
    List<String> changedPaths,
    String modelHash) {

  public Baseline {
    containers = List.copyOf(containers);
    images = Map.copyOf(images);
    networks = List.copyOf(networks);
    probes = Map.copyOf(probes);
    services = List.copyOf(services);
    changedPaths = List.copyOf(changedPaths);
  }

  /**
   * A container of the project.
   *
   * @param imageReference what the compose file calls its image
   * @param running false: it had ended, with this exit code
   */
  public record RunningContainer(
      String service,
      String id,
      String name,
      String imageId,
      String imageReference,
      boolean running,
      int exitCode,
      String restartPolicy) {}

  /** The live database. */
  public record LiveDatabase(String service, String name, long oid, long bytes, int majorVersion) {}

  /** Whether a service had a running container. */
  public boolean ran(String service) {
    return containers.stream().anyMatch(it -> it.service().equals(service) && it.running());
  }

  public List<RunningContainer> of(String service) {
    return containers.stream().filter(it -> it.service().equals(service)).toList();
  }
}

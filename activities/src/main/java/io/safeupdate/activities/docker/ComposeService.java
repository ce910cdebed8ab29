package io.safeupdate.activities.docker;

import java.util.List;
import java.util.Optional;

/**
 * One service of a resolved model.
 *
 * @param image the reference its containers are created from: {@code image}, or Compose's default
 *     {@code <project>-<service>} for a service that only builds
 * @param buildContext where it is built, absolute; empty: it is pulled. A remote context (URL) is
 *     kept as it is written
 * @param dockerfile as written, relative to the context; empty: {@code Dockerfile}
 * @param pullPolicy as written: {@code always}, {@code missing}, {@code never}, {@code build}, …
 * @param ports published ports
 * @param binds absolute host paths that are mounted into it (bind mounts, file-based secrets and
 *     configs, named volumes that are a directory of the host)
 * @param volumes names of the named volumes it mounts
 */
public record ComposeService(
    String name,
    String image,
    Optional<String> buildContext,
    Optional<String> dockerfile,
    Optional<String> pullPolicy,
    List<Port> ports,
    List<Bind> binds,
    List<String> volumes,
    Optional<String> restart) {

  public ComposeService {
    ports = List.copyOf(ports);
    binds = List.copyOf(binds);
    volumes = List.copyOf(volumes);
  }

  /** Whether its image is built from the checkout rather than pulled. */
  public boolean isBuilt() {
    return buildContext.isPresent();
  }

  /**
   * A published port.
   *
   * @param published the host's port as written, which may be a range; empty: chosen by the engine
   * @param target the container's port
   */
  public record Port(Optional<String> hostIp, Optional<String> published, int target) {}

  /**
   * A host path and where it is mounted.
   *
   * @param readOnly whether the container cannot write there
   */
  public record Bind(String source, String target, boolean readOnly) {
    public Bind(String source, String target) {
      this(source, target, false);
    }
  }
}

package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Docker engine, asked directly. Reads are safe to repeat; deeds tolerate that they were done
 * before. An engine that does not answer is {@code EngineUnavailable} (retryable), one that speaks
 * another API is {@code EngineIncompatible}.
 */
public interface Engine {

  Info info();

  /** All containers of a Compose project in any state, its one-offs apart. */
  List<Container> containers(String project, boolean oneOff);

  /** All containers in any state that carry a label with exactly this value. */
  List<Container> labelled(String label, String value);

  Optional<Container> container(String idOrName);

  /** The image that an id or a reference names. */
  Optional<Image> image(String idOrReference);

  /** References of all local tags that start with a prefix. */
  List<String> tags(String prefix);

  /** Gives an image a further reference, taking it from another image if need be. */
  void tag(String imageId, String reference);

  /**
   * Takes a reference away; the image goes when it was the last one and nothing uses it. No-op when
   * the reference is unknown; never forces: a reference that a container uses stays, answered
   * false.
   */
  boolean untag(String reference);

  /**
   * Pulls an image with the credentials of the operator's docker configuration.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code PullFailed} (no such image, access
   *     denied) or {@code RemoteUnavailable} (no answer)
   */
  void pull(String reference, Progress progress);

  void start(String containerId);

  /** Stops a container with its own grace period and signal; no-op when it does not run. */
  void stop(String containerId);

  /** Sets the restart policy, such as {@code no}, {@code always}, {@code unless-stopped}. */
  void restartPolicy(String containerId, String policy);

  /** Removes a container in any state with its anonymous volumes kept; no-op when it is gone. */
  void remove(String containerId);

  /**
   * Waits until a container has ended, reporting about every second.
   *
   * @return its exit code
   * @throws io.safeupdate.activities.failure.StepFailure {@code TimedOut} after the given time (the
   *     container still runs), {@code PreconditionFailed} when it is gone
   */
  int await(String containerId, Duration limit, Progress progress);

  /**
   * The last lines of a container's stdout and stderr, oldest first: colours stripped, secrets of
   * its environment hidden, for programs print them when they fail.
   */
  String logs(String containerId, int lines);

  /**
   * Runs a program in a running container.
   *
   * @param environment added to the program's environment; never in the process list
   */
  ExecResult exec(
      String containerId, List<String> argv, Map<String, String> environment, Duration limit);

  /** What is mounted into a container, in any state. */
  List<Mount> mounts(String containerId);

  /**
   * Creates a container that sees nothing of the machine but one mount, and does not start it.
   *
   * @return its id
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when its name is
   *     taken or the source of its mount is not there
   */
  String create(Helper helper);

  /** Addresses at which the engine's host reaches a running container; empty: at none. */
  List<String> addresses(String containerId);

  /** Networks of a Compose project. */
  List<Network> networks(String project);

  /** Removes a network; no-op when it is gone or still used. */
  void removeNetwork(String id);

  /**
   * The engine.
   *
   * @param id what {@code docker info} prints as ID: tells whether two clients talk to one engine
   * @param rootDirectory where images and volumes lie, on the engine's host
   */
  record Info(String id, String version, String apiVersion, String rootDirectory) {}

  /**
   * An image.
   *
   * @param id {@code sha256:…}
   * @param bytes its size
   */
  record Image(String id, List<String> references, long bytes, Instant created) {
    public Image {
      references = List.copyOf(references);
    }
  }

  /**
   * Something mounted into a container.
   *
   * @param type {@code volume}, {@code bind} or {@code tmpfs}
   * @param source a volume's name, or a path on the engine's host; empty for a tmpfs
   * @param target where it is in the container
   */
  record Mount(String type, String source, String target) {}

  /**
   * A container to work with: as root, without network, never restarted.
   *
   * @param image its id or reference
   * @param mount what it sees, writable
   * @param argv what it runs once it is started
   */
  record Helper(
      String name, String image, Mount mount, Map<String, String> labels, List<String> argv) {
    public Helper {
      labels = Map.copyOf(labels);
      argv = List.copyOf(argv);
    }
  }

  /** A network of a project, by Compose's own key for it and the engine's id. */
  record Network(String id, String name) {}

  /** What a program in a container printed, each stream bounded to its last 64 KiB. */
  record ExecResult(int exitCode, String stdout, String stderr) {
    public boolean succeeded() {
      return exitCode == 0;
    }
  }
}

package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when its name
   *     is taken or the source of its mount is not there
   */
  String create(Workbench workbench);

  /** Removes a workbench, with the volumes that its image asked for; no-op when it is gone. */
  void discard(String containerId);

  /**
   * Reads a file or a directory of a container as an uncompressed tar stream, at the speed of the
   * disk. The container need not run; it may never have been started. While the stream is open,
   * engines answer no other question about a container that runs unless the path lies on one of its
   * mounts. What is on a {@code tmpfs} of it cannot be seen.
   *
   * <p>Returns as soon as the reader does: what it leaves unread is not fetched. An interrupt ends
   * it.
   *
   * @param path absolute, in the container
   * @param reader gets the stream in the caller's thread; the stream's end alone does not tell that
   *     it is whole, for the engine has no way to report a trouble half-way: only the tar format
   *     does
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when there is
   *     no such container or path, {@code EngineUnavailable} when the stream breaks off or stands
   *     still
   */
  <T> T read(String containerId, String path, TarReader<T> reader);

  /**
   * Unpacks an uncompressed tar stream in a directory of a container while it is being written.
   * Existing files are replaced; owner, mode and time are those of the entries. The container need
   * not run. Not all or nothing: after a failure or an interrupt, a part may be there.
   *
   * @param directory absolute, in the container; it must be there
   * @param writer writes the tar in the caller's thread, with its end-of-archive mark
   * @throws io.safeupdate.activities.failure.StepFailure {@code PreconditionFailed} when there is
   *     no such container or directory, {@code DiskFull}, {@code EngineUnavailable}
   */
  void write(String containerId, String directory, TarWriter writer);

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
  record Workbench(
      String name, String image, Mount mount, Map<String, String> labels, List<String> argv) {
    public Workbench {
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

  /** Takes what it wants of a tar stream. */
  @FunctionalInterface
  interface TarReader<T> {
    /**
     * Reads.
     *
     * @param tar need not be closed; see {@link Tar#from}
     * @throws IOException when the stream breaks off; trouble of the reader's own is better thrown
     *     as a {@code StepFailure}
     */
    T read(InputStream tar) throws IOException;
  }

  /** Makes a tar stream. */
  @FunctionalInterface
  interface TarWriter {
    /**
     * Writes.
     *
     * @param tar need not be closed; see {@link Tar#to}
     * @throws IOException when the stream breaks off; trouble of the writer's own is better thrown
     *     as a {@code StepFailure}
     */
    void write(OutputStream tar) throws IOException;
  }
}

package io.safeupdate.worker.temporal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds Temporal's own command, which has the server in it, or gets it. */
final class TemporalCli {
  static final String NAME = "temporal";

  private final List<Source> sources;

  /**
   * @param sources in the order in which they are tried
   */
  TemporalCli(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  /** Where the command may come from. */
  @FunctionalInterface
  interface Source {
    /**
     * The command from here; empty when it cannot be had here.
     *
     * @param tell hears what takes time, and why it cannot be had
     */
    Optional<Path> get(Consumer<String> tell);
  }

  /**
   * The search path, our cache, a build with Go, the SDK's download.
   *
   * @param environment of the process
   * @param home where the cache is
   */
  static TemporalCli usual(Map<String, String> environment, Path home) {
    SearchPath path = SearchPath.of(environment.getOrDefault("PATH", ""));
    Path cache = home.resolve(".cache").resolve("safe-update").resolve("bin");
    return new TemporalCli(
        List.of(
            tell -> path.find(NAME),
            tell -> new SearchPath(List.of(cache)).find(NAME),
            new GoInstall(path, cache),
            new SdkDownload(cache)));
  }

  Optional<Path> find(Consumer<String> tell) {
    return sources.stream().map(source -> source.get(tell)).flatMap(Optional::stream).findFirst();
  }
}

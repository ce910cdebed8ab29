package io.safeupdate.activities.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and all that descends from it: {@code docker compose} is a program that starts a plugin
 * that starts git, ssh or a credential helper.
 */
final class ProcessTree {
  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  static ProcessTree of(Process process) {
    return new ProcessTree(process.toHandle());
  }

  /**
   * Ends what still runs: descendants first, asked politely, then not. Returns when they are gone,
   * even on an interrupted thread. No-op when the root has ended.
   *
   * @param grace how long the polite request may take
   */
  void kill(Duration grace) {
    if (!root.isAlive()) {
      return;
    }
    List<ProcessHandle> members = members();
    members.forEach(ProcessHandle::destroy);
    awaitEnd(members, grace);
    // Who started meanwhile is found only while its parent lives, so look once more.
    List<ProcessHandle> stubborn =
        Stream.concat(members.stream(), members.stream().flatMap(ProcessHandle::descendants))
            .filter(ProcessHandle::isAlive)
            .toList();
    stubborn.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(stubborn, grace);
  }

  private List<ProcessHandle> members() {
    return Stream.concat(root.descendants(), Stream.of(root)).toList();
  }

  private static void awaitEnd(List<ProcessHandle> members, Duration grace) {
    CompletableFuture<?>[] ends =
        members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}

package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a checkout's parts are.
 *
 * @param root the top of the files
 * @param gitDir this work tree's own part of the repository: HEAD, the index
 * @param commonDir what all work trees of the repository share: objects, branches, configuration
 */
record WorkTree(Path root, Path gitDir, Path commonDir) {
  private static final String POINTER = "gitdir:";

  /**
   * What git leaves in its directory while an operation waits for a person, most specific first.
   */
  private static final Map<String, String> TRACES = traces();

  /**
   * The work tree that a directory is in.
   *
   * @throws io.safeupdate.activities.failure.StepFailure {@code ConfigInvalid} when there is no
   *     such directory, {@code CheckoutUnusable} when it is in no work tree
   */
  static WorkTree enclosing(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw Refusal.noDirectory(directory);
    }
    try {
      Path real = directory.toRealPath();
      for (Path at = real; at != null; at = at.getParent()) {
        if (Files.exists(at.resolve(".git"))) {
          return at(at);
        }
      }
      throw Refusal.noWorkTree(directory);
    } catch (IOException e) {
      throw Refusal.unusable(directory, "it cannot be read: " + e.getMessage(), e);
    }
  }

  private static WorkTree at(Path root) throws IOException {
    Path gitDir = root.resolve(".git");
    if (Files.isRegularFile(gitDir)) {
      String pointer = Files.readString(gitDir).strip();
      if (!pointer.startsWith(POINTER)) {
        throw Refusal.noWorkTree(root);
      }
      gitDir = root.resolve(pointer.substring(POINTER.length()).strip()).normalize();
    }
    if (!Files.isDirectory(gitDir)) {
      throw Refusal.noWorkTree(root);
    }
    return new WorkTree(root, gitDir, commonDirOf(gitDir));
  }

  private static Path commonDirOf(Path gitDir) throws IOException {
    Path pointer = gitDir.resolve("commondir");
    return Files.isRegularFile(pointer)
        ? gitDir.resolve(Files.readString(pointer).strip()).normalize()
        : gitDir;
  }

  Path index() {
    return gitDir.resolve("index");
  }

  Path indexLock() {
    return gitDir.resolve("index.lock");
  }

  /** The index that a move works on until it is complete. */
  Path nextIndex() {
    return gitDir.resolve("safe-update.index");
  }

  /** Whether part of the history was never fetched. */
  boolean isShallow() {
    return Files.exists(commonDir.resolve("shallow"));
  }

  /** The operation that was left open, in git's own word for it. */
  Optional<String> midOperation() {
    return TRACES.entrySet().stream()
        .filter(trace -> Files.exists(gitDir.resolve(trace.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Makes room for a new move's index, whatever a killed one left. */
  void dropNextIndex() {
    try {
      Files.deleteIfExists(nextIndex());
      Files.deleteIfExists(gitDir.resolve("safe-update.index.lock"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> traces() {
    Map<String, String> traces = new LinkedHashMap<>();
    traces.put("rebase-apply/applying", "am");
    traces.put("rebase-apply", "rebase");
    traces.put("rebase-merge", "rebase");
    traces.put("CHERRY_PICK_HEAD", "cherry-pick");
    traces.put("REVERT_HEAD", "revert");
    traces.put("MERGE_HEAD", "merge");
    traces.put("BISECT_LOG", "bisect");
    return traces;
  }
}

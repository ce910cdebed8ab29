package io.safeupdate.activities.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Children of a worker that was killed: they go on by themselves, and the step that started them is
 * about to be attempted again. All that a worker starts inherits a variable that names its state
 * directory, so they are found whoever their parent is by now. Linux only; elsewhere none is found.
 */
public final class Orphans {
  static final String VARIABLE = "SAFE_UPDATE_STATE_DIRECTORY";

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final String mark;

  /**
   * @param stateDirectory of the worker; it must be the only one that works for it
   */
  public Orphans(Path stateDirectory) {
    this.mark = stateDirectory.toAbsolutePath().normalize().toString();
  }

  /** An environment whose processes are found again. */
  public Map<String, String> marked(Map<String, String> environment) {
    Map<String, String> marked = new TreeMap<>(environment);
    marked.put(VARIABLE, mark);
    return marked;
  }

  /** Ends them all, asked politely first, and returns how many there were. */
  public int end() {
    List<ProcessHandle> orphans = ProcessHandle.allProcesses().filter(this::isOurs).toList();
    orphans.forEach(orphan -> new ProcessTree(orphan).kill(GRACE));
    return orphans.size();
  }

  private boolean isOurs(ProcessHandle process) {
    if (process.pid() == ProcessHandle.current().pid()) {
      return false;
    }
    String wanted = VARIABLE + "=" + mark;
    return Arrays.asList(environment(process).split("\0")).contains(wanted);
  }

  /** What a process began with; empty when it has ended, or is another user's. */
  private static String environment(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", String.valueOf(process.pid()), "environ");
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}

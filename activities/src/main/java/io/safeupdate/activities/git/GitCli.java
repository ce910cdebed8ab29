package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The git command line on one repository: how each of its calls is dressed. */
final class GitCli {
  /** What would lead git to another repository than ours. */
  private static final List<String> MISLEADING =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_NAMESPACE",
          "GIT_PREFIX",
          "GIT_SHALLOW_FILE",
          "GIT_LITERAL_PATHSPECS",
          "GIT_GLOB_PATHSPECS",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_ICASE_PATHSPECS",
          "GIT_EXTERNAL_DIFF");

  private final Path program;
  private final WorkTree tree;
  private final Map<String, String> environment;

  GitCli(Path program, WorkTree tree, Map<String, String> environment) {
    this.program = program;
    this.tree = tree;
    this.environment = Map.copyOf(environment);
  }

  /** The same git on another repository, such as a submodule's. */
  GitCli on(WorkTree other) {
    return new GitCli(program, other, environment);
  }

  WorkTree tree() {
    return tree;
  }

  /** Runs git, whatever its exit code. */
  GitEnded run(GitCommand command, Progress progress) {
    try {
      return GitProcess.start(argv(command), tree.root(), environment(command))
          .await(command, progress);
    } catch (IOException e) {
      throw Refusal.unusable(tree.root(), "git cannot be started: " + e.getMessage(), e);
    }
  }

  GitEnded run(GitCommand command) {
    return run(command, Progress.NONE);
  }

  /** Runs git on the repository alone; a non-zero exit code is a failure of the checkout. */
  GitEnded demand(GitCommand command) {
    GitEnded ended = run(command);
    if (!ended.succeeded()) {
      throw GitRefusal.ofCheckout(tree.root(), ended);
    }
    return ended;
  }

  GitEnded demand(String... arguments) {
    return demand(GitCommand.of(arguments));
  }

  /** A setting's value, in whatever file it is; empty text when it is nowhere. */
  String setting(String key) {
    return run(GitCommand.of("config", "--get", key)).out().strip();
  }

  boolean hasVariable(String name) {
    return environment.containsKey(name);
  }

  private List<String> argv(GitCommand command) {
    List<String> argv = new ArrayList<>();
    argv.add(program.toString());
    argv.add("--no-pager");
    argv.add("--no-optional-locks");
    // Named outright, git neither searches for the repository nor asks safe.directory about it.
    argv.add("--git-dir=" + tree.gitDir());
    argv.add("--work-tree=" + tree.root());
    argv.addAll(List.of("-c", "core.hooksPath=/dev/null"));
    command.configuration().forEach((key, value) -> argv.addAll(List.of("-c", key + "=" + value)));
    argv.addAll(command.arguments());
    return argv;
  }

  private Map<String, String> environment(GitCommand command) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    MISLEADING.forEach(all::remove);
    all.put("LC_ALL", "C");
    all.put("GIT_TERMINAL_PROMPT", "0");
    all.putAll(command.environment());
    return all;
  }
}

package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks git about a checkout, whoever owns it. */
final class GitCli {
  private final Programs programs;

  GitCli(Programs programs) {
    this.programs = programs;
  }

  /**
   * Reads the checkout that a directory lies in.
   *
   * @throws Refusal when there is none, or nothing that an update could come from
   */
  Checkout read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw Refusal.usage(
          directory + " is no directory", "name the directory of the application's checkout");
    }
    Path root =
        ask(directory, "rev-parse", "--show-toplevel")
            .map(Path::of)
            .orElseThrow(() -> noCheckout(directory));
    Optional<String> current = ask(root, "symbolic-ref", "--quiet", "--short", "HEAD");
    String remote = remote(root, current);
    String branch = current.or(() -> defaultBranch(root, remote)).orElseThrow(() -> noBranch(root));
    List<String> files = lines(ask(root, "ls-files", "-z").orElse(""));
    return new Checkout(root, remote, branch, current.isEmpty(), files);
  }

  private String remote(Path root, Optional<String> branch) {
    List<String> remotes = Arrays.asList(ask(root, "remote").orElse("").split("\n", -1));
    return branch
        .flatMap(name -> ask(root, "config", "--get", "branch." + name + ".remote"))
        .filter(remotes::contains)
        .or(() -> Optional.of("origin").filter(remotes::contains))
        .or(() -> remotes.stream().filter(name -> !name.isEmpty()).findFirst())
        .orElseThrow(
            () ->
                Refusal.usage(
                    "the checkout " + root + " has no remote: an update comes from one",
                    "git -C " + root + " remote add origin URL"));
  }

  private Optional<String> defaultBranch(Path root, String remote) {
    return ask(root, "symbolic-ref", "--quiet", "--short", "refs/remotes/" + remote + "/HEAD")
        .map(name -> name.substring(remote.length() + 1));
  }

  /** What git answers; empty when it refuses or has nothing to say. */
  private Optional<String> ask(Path directory, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "-c", "safe.directory=*"));
    argv.addAll(List.of(arguments));
    Programs.Ran ran = programs.run(directory, argv);
    return Optional.of(ran.out().strip()).filter(it -> ran.succeeded() && !it.isEmpty());
  }

  private static List<String> lines(String zeroSeparated) {
    return Arrays.stream(zeroSeparated.split("\0", -1)).filter(it -> !it.isBlank()).toList();
  }

  private static Refusal noCheckout(Path directory) {
    return Refusal.usage(
        directory + " is not in a git checkout: updates come by git",
        "name the directory that `git clone` made");
  }

  private static Refusal noBranch(Path root) {
    return Refusal.usage(
        "the checkout " + root + " has no branch checked out",
        "git -C " + root + " checkout the branch that updates come from");
  }
}

package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The repositories inside a repository. One that the operator never initialised stays so: the
 * checkout does without it today.
 */
final class Submodules {
  private static final String PREFIX = "refs/safe-update/submodule/";

  private final GitCli git;
  private final WorkTree tree;

  Submodules(GitCli git) {
    this.git = git;
    this.tree = git.tree();
  }

  /** Brings the commits that a commit names, so that neither export nor move needs a network. */
  void bring(String commit, RemoteAt parent, Progress progress) {
    for (Gitlink link : Gitlink.in(git, commit)) {
      Optional<GitCli> inside = repository(commit, link).or(() -> clone(commit, link, parent));
      if (inside.isPresent()) {
        bring(inside.get(), link, progress);
      }
    }
  }

  private static void bring(GitCli inside, Gitlink link, Progress progress) {
    CliRemoteSide remote = new CliRemoteSide(inside);
    String ref = PREFIX + link.commit();
    if (!new CliLocalSide(inside).has(link.commit())
        && !remote.bring("origin", List.of("+" + link.commit() + ":" + ref), progress)) {
      remote.bring("origin", Arrival.everything(PREFIX), progress);
    }
    new Submodules(inside).bring(link.commit(), remote.require("origin"), progress);
  }

  /** Writes their files below an export of the commit. */
  void export(String commit, Path directory, Progress progress) {
    for (Gitlink link : Gitlink.in(git, commit)) {
      Optional<GitCli> inside = repository(commit, link);
      if (inside.isPresent()) {
        export(inside.get(), link, directory.resolve(link.path()), progress);
      } else if (!isLeftOut(link)) {
        throw missing(link);
      }
    }
  }

  private void export(GitCli inside, Gitlink link, Path directory, Progress progress) {
    if (!new CliLocalSide(inside).has(link.commit())) {
      throw missing(link);
    }
    new CliExport(inside).write(link.commit(), directory, progress);
  }

  /** Makes their files what a commit wants, after the files around them. */
  void update(String commit) {
    List<String> here =
        Gitlink.in(git, commit).stream()
            .filter(link -> repository(commit, link).isPresent())
            .map(Gitlink::path)
            .toList();
    if (!here.isEmpty()) {
      git.demand(
          GitCommand.of(
                  "submodule", "update", "--init", "--recursive", "--force", "--checkout", "--")
              .and(here)
              // The owner of the whole checkout was judged before; git asks again for each part.
              .configured("safe.directory", "*"));
    }
  }

  private Optional<GitCli> repository(String commit, Gitlink link) {
    Path files = tree.root().resolve(link.path());
    if (Files.exists(files.resolve(".git"))) {
      return Optional.of(git.on(WorkTree.enclosing(files)));
    }
    return Optional.of(moduleDir(commit, link))
        .filter(Files::isDirectory)
        .map(dir -> git.on(new WorkTree(dir, dir, dir)));
  }

  private Path moduleDir(String commit, Gitlink link) {
    return tree.gitDir().resolve("modules").resolve(GitModules.at(git, commit).nameOf(link.path()));
  }

  /** Only one that is new; git itself finds the clone there at the update. */
  private Optional<GitCli> clone(String commit, Gitlink link, RemoteAt parent) {
    if (isLeftOut(link)) {
      return Optional.empty();
    }
    Path dir = moduleDir(commit, link);
    String url = GitModules.at(git, commit).urlOf(link.path(), parent.url());
    GitEnded ended =
        git.run(
            new CliRemoteSide(git)
                .online(GitCommand.of("clone", "--bare", "--", url, dir.toString())));
    if (!ended.succeeded()) {
      throw GitRefusal.ofRemote(new RemoteAt(tree.root(), link.path(), url), ended);
    }
    GitCli inside = git.on(new WorkTree(dir, dir, dir));
    inside.demand("config", "core.bare", "false");
    return Optional.of(inside);
  }

  /** Whether it is in the checkout's commit too, and was never initialised there. */
  private boolean isLeftOut(Gitlink link) {
    List<String> now = new ArrayList<>();
    Gitlink.in(git, "HEAD").forEach(linked -> now.add(linked.path()));
    return now.contains(link.path());
  }

  private RuntimeException missing(Gitlink link) {
    return Refusal.unusable(
        tree.root(),
        "its submodule %s is not here at %s. Run `git submodule update --init`, or push that commit."
            .formatted(link.path(), link.commit()));
  }
}

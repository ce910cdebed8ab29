package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The remote, as the git command line reaches it, with all that its user configured. */
final class CliRemoteSide implements RemoteSide {
  private static final Duration ASK = Duration.ofMinutes(2);
  private static final Duration FETCH = Duration.ofHours(1);
  private static final String PEELED = "^{}";
  private static final List<String> QUIET_FETCH =
      List.of(
          "fetch",
          "--progress",
          "--no-tags",
          "--no-prune",
          "--no-write-fetch-head",
          "--no-auto-maintenance",
          "--no-recurse-submodules",
          "--refmap=");

  private final GitCli git;

  CliRemoteSide(GitCli git) {
    this.git = git;
  }

  @Override
  public Map<String, String> advertised(String remote, List<String> refs) {
    RemoteAt at = require(remote);
    if (refs.isEmpty()) {
      return Map.of();
    }
    List<String> patterns = refs.stream().flatMap(ref -> Stream.of(ref, ref + PEELED)).toList();
    GitCommand ask = GitCommand.of("ls-remote", "--", remote).and(patterns).within(ASK);
    GitEnded answer = git.run(online(ask));
    if (!answer.succeeded()) {
      throw GitRefusal.ofRemote(at, answer);
    }
    return commits(answer.lines(), refs);
  }

  private static Map<String, String> commits(List<String> lines, List<String> refs) {
    Map<String, String> found = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split("\t", 2);
      if (refs.contains(parts[1])) {
        found.putIfAbsent(parts[1], parts[0]);
      } else if (parts[1].endsWith(PEELED)) {
        found.put(parts[1].substring(0, parts[1].length() - PEELED.length()), parts[0]);
      }
    }
    found.keySet().retainAll(refs);
    return found;
  }

  @Override
  public boolean bring(String remote, List<String> refspecs, Progress progress) {
    return fetch(
        remote,
        GitCommand.of().and(QUIET_FETCH).and(List.of("--", remote)).and(refspecs),
        progress);
  }

  @Override
  public void complete(String remote, String want, Progress progress) {
    GitCommand quiet = GitCommand.of().and(QUIET_FETCH);
    fetch(remote, quiet.and(List.of("--unshallow", "--", remote, want)), progress);
  }

  private boolean fetch(String remote, GitCommand command, Progress progress) {
    RemoteAt at = require(remote);
    GitEnded ended = git.run(online(command.within(FETCH)), progress);
    if (!ended.succeeded() && !GitRefusal.isNotGiven(ended.err())) {
      throw GitRefusal.ofRemote(at, ended);
    }
    return ended.succeeded();
  }

  @Override
  public Optional<String> trackingRef(String remote, String branch) {
    require(remote);
    List<String> specs =
        git.run(GitCommand.of("config", "--get-all", "remote." + remote + ".fetch")).lines();
    return Tracking.refFor(specs, branch);
  }

  /** Never waits for a person or for a line that is dead. */
  GitCommand online(GitCommand command) {
    GitCommand bounded =
        command.configured("http.lowSpeedLimit", "1").configured("http.lowSpeedTime", "60");
    boolean ownSsh =
        git.hasVariable("GIT_SSH_COMMAND")
            || git.hasVariable("GIT_SSH")
            || !git.setting("core.sshCommand").isEmpty();
    return ownSsh
        ? bounded
        : bounded.withVariable(
            "GIT_SSH_COMMAND",
            "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15");
  }

  /** The remote, or the failure that says that it is not configured. */
  RemoteAt require(String remote) {
    List<String> known = git.demand("remote").lines();
    if (!known.contains(remote)) {
      throw Refusal.unknownRemote(git.tree().root(), remote, known);
    }
    String url = git.run(GitCommand.of("remote", "get-url", "--", remote)).out().strip();
    return new RemoteAt(git.tree().root(), remote, url);
  }
}

package io.safeupdate.activities.git;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LsRemoteCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SubmoduleConfig.FetchRecurseSubmodulesMode;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;

/** The remote, as JGit reaches it. */
@SuppressWarnings("resource") // Git.wrap owns nothing: the repository is closed by who opened it.
final class JGitRemoteSide implements RemoteSide {
  private static final int SILENCE_SECONDS = 60;

  private final JGitAccess access;

  JGitRemoteSide(JGitAccess access) {
    this.access = access;
  }

  @Override
  public Map<String, String> advertised(String remote, List<String> refs) {
    return access.with(
        repository -> {
          RemoteAt at = require(repository, remote);
          if (refs.isEmpty()) {
            return Map.of();
          }
          try {
            return commits(ask(repository, remote, refs).call(), refs);
          } catch (GitAPIException | JGitInternalException e) {
            throw GitRefusal.ofRemote(at, JGitWords.of(e), e);
          }
        });
  }

  private static LsRemoteCommand ask(Repository repository, String remote, List<String> refs) {
    boolean usual =
        refs.stream()
            .allMatch(ref -> ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/"));
    return Git.wrap(repository)
        .lsRemote()
        .setRemote(remote)
        // Without this a host's refs for pull requests come too, by the ten thousand.
        .setHeads(usual)
        .setTags(usual)
        .setTimeout(SILENCE_SECONDS)
        .setCredentialsProvider(new NetRCCredentialsProvider());
  }

  private static Map<String, String> commits(Collection<Ref> answer, List<String> refs) {
    Map<String, String> found = new HashMap<>();
    for (Ref ref : answer) {
      if (refs.contains(ref.getName())) {
        ObjectId peeled = ref.getPeeledObjectId();
        found.put(ref.getName(), (peeled == null ? ref.getObjectId() : peeled).name());
      }
    }
    return found;
  }

  @Override
  public boolean bring(String remote, List<String> refspecs, Progress progress) {
    return access.with(
        repository -> {
          List<RefSpec> specs = refspecs.stream().map(RefSpec::new).toList();
          boolean came =
              fetch(repository, remote, fetchCommand(repository, progress).setRefSpecs(specs));
          for (RefSpec spec : specs) {
            if (came && ObjectId.isId(spec.getSource())) {
              record(repository, spec);
            }
          }
          return came;
        });
  }

  /** JGit fetches a commit by its name, but then does not write the ref that was asked for. */
  private void record(Repository repository, RefSpec spec) throws IOException {
    RefUpdate update = repository.updateRef(spec.getDestination(), true);
    update.setNewObjectId(ObjectId.fromString(spec.getSource()));
    JGitRefs.require(access.tree(), update, update.forceUpdate());
  }

  @Override
  public void complete(String remote, String want, Progress progress) {
    access.with(
        repository -> {
          FetchCommand command = fetchCommand(repository, progress).setUnshallow(true);
          return fetch(repository, remote, command.setRefSpecs(new RefSpec(want)));
        });
  }

  private static FetchCommand fetchCommand(Repository repository, Progress progress) {
    return Git.wrap(repository)
        .fetch()
        .setTagOpt(TagOpt.NO_TAGS)
        .setRemoveDeletedRefs(false)
        .setRecurseSubmodules(FetchRecurseSubmodulesMode.NO)
        .setTimeout(SILENCE_SECONDS)
        .setCredentialsProvider(new NetRCCredentialsProvider())
        .setProgressMonitor(new ReportingMonitor(progress));
  }

  private boolean fetch(Repository repository, String remote, FetchCommand command) {
    RemoteAt at = require(repository, remote);
    try {
      command.setRemote(remote).call();
      return true;
    } catch (GitAPIException | JGitInternalException e) {
      String words = JGitWords.of(e);
      if (GitRefusal.isNotGiven(words)) {
        return false;
      }
      throw GitRefusal.ofRemote(at, words, e);
    }
  }

  @Override
  public Optional<String> trackingRef(String remote, String branch) {
    return access.with(
        repository -> {
          require(repository, remote);
          String[] specs = repository.getConfig().getStringList("remote", remote, "fetch");
          return Tracking.refFor(List.of(specs), branch);
        });
  }

  private RemoteAt require(Repository repository, String remote) {
    Set<String> known = repository.getConfig().getSubsections("remote");
    if (!known.contains(remote)) {
      throw Refusal.unknownRemote(access.tree().root(), remote, known);
    }
    String url = repository.getConfig().getString("remote", remote, "url");
    return new RemoteAt(access.tree().root(), remote, url == null ? "" : url);
  }
}

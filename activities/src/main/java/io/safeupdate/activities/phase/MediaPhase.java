package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.Facts.MediaArchived;
import io.safeupdate.activities.media.MediaArchive;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.workflows.contract.RestoreMediaRequest;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.MediaActivities;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Optional;

/** Takes user files into archives, and lets an archive and the user files change places. */
public final class MediaPhase implements MediaActivities {
  private final Host host;

  public MediaPhase(Host host) {
    this.host = host;
  }

  @Override
  public Made archive(Step step) {
    MediaArchived made = host.heartbeats().during(progress -> work(step).archive(progress));
    return new Made(Optional.of(made.name()), made.how(), made.notes());
  }

  @Override
  public Made unpack(Step step, RestoreMediaRequest request) {
    MediaArchive archive =
        host.heartbeats().during(progress -> work(step).unpack(request.archive(), progress));
    String summary =
        "%d entries, %s, unpacked beside the user files and compared"
            .formatted(archive.entries(), Amounts.bytes(archive.contentBytes()));
    return new Made(Optional.of(archive.name()), summary, archive.notes());
  }

  @Override
  public String drop(Step step) {
    host.heartbeats().duringUninterrupted(progress -> work(step).back());
    return "no unpacked files are left beside the user files";
  }

  @Override
  public Made exchange(Step step) {
    Optional<String> replaced =
        host.heartbeats().duringUninterrupted(progress -> work(step).exchange());
    return new Made(
        replaced,
        "the archive's files took the place of the user files",
        replaced.stream().map(MediaPhase::kept).toList());
  }

  private static String kept(String directory) {
    return "The files as they were are kept in %s, until somebody deletes them there."
        .formatted(directory);
  }

  @Override
  public String back(Step step) {
    return host.heartbeats()
        .duringUninterrupted(progress -> work(step).back())
        .map(kept -> "the user files are back; those of the archive are kept in " + kept)
        .orElse("the user files are those that were");
  }

  private MediaWork work(Step step) {
    return new MediaWork(host.deployment(step.deployment()), step);
  }
}

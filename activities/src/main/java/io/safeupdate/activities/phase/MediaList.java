package io.safeupdate.activities.phase;

import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.media.Archives;
import io.safeupdate.activities.media.MediaArchive;
import io.safeupdate.workflows.contract.Inspection.MediaSummary;
import java.util.List;

/** The archives of user files that a deployment has. */
final class MediaList {
  private final Archives archives;
  private final List<RestorePoint> points;

  private MediaList(Deployment deployment) {
    this.archives = deployment.archives();
    this.points = deployment.restorePoints().readable();
  }

  /** Newest first. */
  static List<MediaSummary> of(Deployment deployment) {
    MediaList list = new MediaList(deployment);
    return list.archives.all().stream().map(list::summary).toList();
  }

  private MediaSummary summary(MediaArchive archive) {
    return new MediaSummary(
        archive.name(),
        archives.file(archive).toString(),
        archive.madeAt(),
        archive.bytes(),
        archive.contentBytes(),
        archive.entries(),
        archive.sha256(),
        archive.verifiedAt(),
        archive.verifiedHow(),
        archive.commit(),
        points.stream().filter(it -> it.uses(archive.name())).map(RestorePoint::id).toList(),
        archives.isKept(archive),
        archive.notes());
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Baseline.RunningContainer;
import io.safeupdate.activities.host.Facts.MediaArchived;
import io.safeupdate.activities.host.Facts.MediaIntent;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.media.Archives;
import io.safeupdate.activities.media.MediaArchive;
import io.safeupdate.activities.media.MediaBackup;
import io.safeupdate.activities.media.MediaPlace;
import io.safeupdate.activities.media.MediaRestore;
import io.safeupdate.activities.media.Packing;
import io.safeupdate.activities.media.Source;
import io.safeupdate.activities.media.Workbenches;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.config.MediaConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operation does with the user files of its deployment. */
final class MediaWork {
  private final Deployment deployment;
  private final Step step;
  private final OperationRecord record;

  MediaWork(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    this.record = deployment.record(step);
  }

  /**
   * An archive is about to be unpacked.
   *
   * @param place where the user files lie
   * @param images that workbenches are made of
   */
  record MediaUnpacking(String archive, MediaPlace place, List<String> images) {}

  /** Takes the user files into an archive; the one that this operation made is returned. */
  MediaArchived archive(Progress progress) {
    return record.once(MediaArchived.class, () -> make(progress));
  }

  private MediaArchived make(Progress progress) {
    MediaPlace place = place();
    requireRoom();
    String name = record.once(MediaIntent.class, () -> new MediaIntent(name())).name();
    Source source =
        new Source(
            name,
            deployment.name(),
            step.operation(),
            Optional.of(before().from()),
            place.service(),
            place.path(),
            place.volume());
    MediaArchive made =
        new MediaBackup(
                deployment.host().engine(),
                workbenches(),
                deployment.archives(),
                Packing.valueOf(config().compression().name()),
                deployment.host().clock())
            .make(source, place, progress);
    return new MediaArchived(name, made.bytes(), made.sha256(), inWords(made), made.notes());
  }

  private static String inWords(MediaArchive made) {
    return "%s, %d entries, %s in %s, %s"
        .formatted(
            made.file(),
            made.entries(),
            Amounts.bytes(made.contentBytes()),
            Amounts.bytes(made.bytes()),
            made.verifiedHow());
  }

  /** Archives grow slowly: the newest tells what the next one will take. */
  private void requireRoom() {
    deployment.archives().all().stream()
        .findFirst()
        .ifPresent(
            newest -> {
              long free = deployment.host().state().root().toFile().getUsableSpace();
              if (free < newest.bytes()) {
                throw new StepFailure(
                    FailureType.DISK_FULL,
                    "The newest archive takes %s, %s are free in %s. Make room, or keep fewer: retention.mediaArchives."
                        .formatted(
                            Amounts.bytes(newest.bytes()),
                            Amounts.bytes(free),
                            deployment.host().state().root()));
              }
            });
  }

  private String name() {
    return Stamp.of(deployment.host().clock().instant()) + "-" + step.tag();
  }

  /** Verifies an archive and unpacks it beside the user files. */
  MediaArchive unpack(String name, Progress progress) {
    Archives archives = deployment.archives();
    progress.report("verifying " + name);
    MediaArchive archive = archives.verify(archives.get(name), deployment.host().clock().instant());
    MediaUnpacking unpacking =
        record.once(
            MediaUnpacking.class, () -> new MediaUnpacking(archive.name(), place(), images()));
    restore(unpacking).unpack(archives, archive, progress);
    return archive;
  }

  /** Puts the unpacked files in place; says where the replaced ones are, if there were any. */
  Optional<String> exchange() {
    MediaUnpacking unpacking = record.get(MediaUnpacking.class);
    return restore(unpacking).swap(deployment.archives().get(unpacking.archive()));
  }

  /**
   * Brings everything back; says where files are that had been in use. No-op where nothing was
   * unpacked.
   */
  Optional<String> back() {
    return record.find(MediaUnpacking.class).flatMap(unpacking -> restore(unpacking).undo());
  }

  /** Ends an exchange that stands; no-op where there was none. */
  void finish() {
    record.find(MediaUnpacking.class).ifPresent(unpacking -> restore(unpacking).finish());
  }

  private MediaRestore restore(MediaUnpacking unpacking) {
    return new MediaRestore(
        deployment.host().engine(),
        workbenches(),
        unpacking.place(),
        unpacking.images(),
        step.tag());
  }

  private Workbenches workbenches() {
    return new Workbenches(
        deployment.host().engine(),
        "su-" + step.tag() + "-media",
        Map.of(OneOffs.OPERATION, step.operation()));
  }

  /** The database's image has a shell; the application's may have none. */
  private List<String> images() {
    return Stream.concat(
            deployment.config().database().map(DatabaseConfig::service).stream(),
            Stream.of(config().service()))
        .flatMap(service -> before().of(service).stream())
        .map(RunningContainer::imageId)
        .distinct()
        .toList();
  }

  private MediaPlace place() {
    String service = config().service();
    Container container =
        deployment.host().engine().containers(before().project(), false).stream()
            .filter(it -> it.service().equals(Optional.of(service)))
            .max(Comparator.comparing(Container::isRunning))
            .orElseThrow(() -> noContainer(service));
    return MediaPlace.of(
        service,
        config().path(),
        container.id(),
        container.imageId(),
        deployment.host().engine().mounts(container.id()));
  }

  private StepFailure noContainer(String service) {
    String project = before().project();
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "The service \"%s\" of project %s, whose files are media, has no container. Make one, it need not run: docker compose -p %s create %s"
            .formatted(service, project, project, service));
  }

  private MediaConfig config() {
    return deployment
        .config()
        .media()
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PRECONDITION_FAILED,
                    deployment.name()
                        + " has no user files configured. Say where they are: media: {service, path}"));
  }

  private Baseline before() {
    return record.get(Baseline.class);
  }
}

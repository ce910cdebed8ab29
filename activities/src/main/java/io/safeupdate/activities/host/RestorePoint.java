package io.safeupdate.activities.host;

import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.host.Facts.MediaArchived;
import io.safeupdate.activities.host.Facts.SnapshotTaken;
import io.safeupdate.activities.host.Facts.VerifiedBackup;
import io.safeupdate.workflows.contract.Strategy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is needed to have a version back, as {@code manifest.json} in a directory of its
 * own, beside a copy of the env file and {@code RECOVER.md}.
 *
 * @param schemaVersion of this document; grows when a reader must know
 * @param commit that the checkout was at
 * @param privateRef the git ref that keeps the commit
 * @param envSha256 of the copied env file
 * @param modelSha256 of the resolved compose model
 * @param checkout what there is of the checkout's files beside it; empty: git alone brings them
 *     back
 * @param media the archive of user files that belongs to it, where there is one
 */
public record RestorePoint(
    int schemaVersion,
    String id,
    Instant createdAt,
    String deployment,
    String operation,
    String commit,
    String subject,
    String branch,
    String privateRef,
    String target,
    Path directory,
    List<Path> composeFiles,
    String project,
    List<PinnedImage> images,
    Strategy strategy,
    Optional<VerifiedBackup> backup,
    Optional<SnapshotTaken> snapshot,
    Optional<Path> envFile,
    Optional<String> envSha256,
    String modelSha256,
    Optional<Fingerprint> fingerprint,
    Optional<CheckoutCopy> checkout,
    Optional<MediaArchived> media) {

  /** The version of this document that this release writes. */
  public static final int SCHEMA_VERSION = 1;

  public RestorePoint {
    composeFiles = List.copyOf(composeFiles);
    images = List.copyOf(images);
  }

  /**
   * An image that must not be pruned.
   *
   * @param reference what the compose file calls it
   * @param pin our own reference to it
   */
  public record PinnedImage(String service, String reference, String id, String pin) {}

  /** The same restore point once its snapshot is gone. */
  public RestorePoint withoutSnapshot() {
    return with(Optional.empty(), checkout);
  }

  /** The same restore point, with a database on the server that is as it was. */
  public RestorePoint with(SnapshotTaken database) {
    return with(Optional.of(database), checkout);
  }

  /** The same restore point with a copy of the checkout. */
  public RestorePoint with(CheckoutCopy copy) {
    return with(snapshot, Optional.of(copy));
  }

  private RestorePoint with(Optional<SnapshotTaken> database, Optional<CheckoutCopy> files) {
    return new RestorePoint(
        schemaVersion,
        id,
        createdAt,
        deployment,
        operation,
        commit,
        subject,
        branch,
        privateRef,
        target,
        directory,
        composeFiles,
        project,
        images,
        strategy,
        backup,
        database,
        envFile,
        envSha256,
        modelSha256,
        fingerprint,
        files,
        media);
  }

  /** Whether an archive of user files belongs to it. */
  public boolean uses(String archive) {
    return media.filter(it -> it.name().equals(archive)).isPresent();
  }
}

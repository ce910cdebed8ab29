package io.safeupdate.workflows.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an inspection saw. Parts that could not be read are empty, and a check says why.
 *
 * @param commit the checkout's commit
 * @param subject the first line of that commit's message
 * @param unfinished an operation that ended without its way back, if there is one
 * @param checks empty at depth {@code STATUS}
 * @param backups newest first; empty unless the depth is {@code BACKUPS}
 * @param rollback what a rollback would do, where that was asked
 * @param media archives of user files, newest first; empty unless the depth is {@code MEDIA}
 */
public record Inspection(
    String deployment,
    String host,
    String directory,
    String project,
    Optional<String> commit,
    Optional<String> branch,
    Optional<String> subject,
    List<ServiceState> services,
    Optional<DatabaseState> database,
    List<RestorePointSummary> restorePoints,
    Optional<String> unfinished,
    List<Check> checks,
    Optional<Plan> plan,
    List<BackupSummary> backups,
    List<MediaSummary> media,
    Optional<RollbackPlan> rollback) {

  public Inspection {
    backups = backups == null ? List.of() : List.copyOf(backups);
    media = media == null ? List.of() : List.copyOf(media);
    services = List.copyOf(services);
    restorePoints = List.copyOf(restorePoints);
    checks = List.copyOf(checks);
  }

  /** A container of the deployment; a service without one has the status {@code absent}. */
  public record ServiceState(
      String service,
      String container,
      String image,
      String imageId,
      String status,
      Optional<String> health,
      Optional<Instant> startedAt,
      int restarts) {}

  /** The database server. */
  public record DatabaseState(String service, String name, String version, long bytes) {}

  /**
   * A restore point, as lists show it.
   *
   * @param complete false when its manifest cannot be read: then {@code subject} says why, and
   *     {@code commit} and {@code operation} are empty
   */
  public record RestorePointSummary(
      String id,
      Instant createdAt,
      String commit,
      String subject,
      Strategy strategy,
      Optional<String> backup,
      Optional<Long> backupBytes,
      String operation,
      boolean complete) {}

  /** An inspection that did not look for backups. */
  public Inspection(
      String deployment,
      String host,
      String directory,
      String project,
      Optional<String> commit,
      Optional<String> branch,
      Optional<String> subject,
      List<ServiceState> services,
      Optional<DatabaseState> database,
      List<RestorePointSummary> restorePoints,
      Optional<String> unfinished,
      List<Check> checks,
      Optional<Plan> plan) {
    this(
        deployment,
        host,
        directory,
        project,
        commit,
        branch,
        subject,
        services,
        database,
        restorePoints,
        unfinished,
        checks,
        plan,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * A file in the backup directory.
   *
   * @param verified when Safe Update last read it from its first to its last byte; empty: never
   * @param how it was verified; empty: never
   * @param made whether Safe Update made it, and so may prune it one day
   * @param restorePoints that need it
   * @param kept whether a person pinned it
   */
  public record BackupSummary(
      String name,
      long bytes,
      Instant modified,
      Optional<Instant> verified,
      Optional<String> how,
      boolean made,
      List<String> restorePoints,
      boolean kept) {
    public BackupSummary {
      restorePoints = List.copyOf(restorePoints);
    }
  }

  /**
   * An archive of user files.
   *
   * @param file where it is on the host
   * @param contentBytes of all files in it
   * @param verified when Safe Update last read it from its first to its last byte
   * @param commit that the checkout was at when it was made
   * @param restorePoints that need it
   * @param kept whether a person pinned it
   */
  public record MediaSummary(
      String name,
      String file,
      Instant made,
      long bytes,
      long contentBytes,
      long entries,
      String sha256,
      Instant verified,
      String how,
      Optional<String> commit,
      List<String> restorePoints,
      boolean kept,
      List<String> notes) {
    public MediaSummary {
      restorePoints = List.copyOf(restorePoints);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One check.
   *
   * @param name what was checked, such as {@code checkout}
   * @param message what was found
   * @param remedy what to do about it; empty where nothing need be done
   */
  public record Check(String name, CheckStatus status, String message, Optional<String> remedy) {}

  /** How a check ended. */
  public enum CheckStatus {
    OK,
    WARNING,
    FAILED
  }
}

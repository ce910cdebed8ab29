package io.safeupdate.workflows.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an update would do.
 *
 * @param commits what the target has and the checkout has not, newest first
 * @param migrations pending, as the target's own code names them
 * @param newEnvKeys keys that the target's env template has and the env file has not
 * @param rejected why the update would be rejected; the rest is then as far as it could be read
 */
public record Plan(
    String from,
    String to,
    List<CommitLine> commits,
    List<String> migrations,
    List<ServiceChange> services,
    List<String> newEnvKeys,
    Optional<Strategy> strategy,
    Optional<String> strategyReason,
    List<DiskNeed> disk,
    List<String> notes,
    Optional<FailureReport> rejected) {

  public Plan {
    commits = List.copyOf(commits);
    migrations = List.copyOf(migrations);
    services = List.copyOf(services);
    newEnvKeys = List.copyOf(newEnvKeys);
    disk = List.copyOf(disk);
    notes = List.copyOf(notes);
  }

  /** A commit as people know it. */
  public record CommitLine(String commit, String author, Instant when, String subject) {}

  /**
   * A service, and what the update does with it.
   *
   * @param change {@code recreate}, {@code create}, {@code remove} or {@code keep}
   */
  public record ServiceChange(String service, String change, String why) {}

  /** Room on a disk, in bytes. */
  public record DiskNeed(String where, long needed, long free) {}
}

package io.safeupdate.workflows.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What can be done with a deployment, a workflow type each. The names are stored. */
public enum OperationType {
  UPDATE(SafeUpdate.TYPE, "update", UpdateRequest.class, "{\"deployment\": \"production\"}"),
  RECOVERY(
      RecoverDeployment.TYPE, "recovery", RecoverRequest.class, "{\"deployment\": \"production\"}"),
  BACKUP(
      BackupDatabase.TYPE,
      "backup",
      BackupRequest.class,
      "{\"deployment\": \"production\", \"trialRestore\": true}"),
  RESTORE(
      RestoreDatabase.TYPE,
      "restore",
      RestoreRequest.class,
      "{\"deployment\": \"production\", \"backup\": \"backup_2026_11_22T10_00_00.sql.gz\"}"),
  COPY(
      CopyDatabase.TYPE,
      "copy",
      CopyRequest.class,
      "{\"from\": \"production\", \"to\": \"staging\"}"),
  EXPORT(
      ExportBackups.TYPE,
      "export",
      ExportRequest.class,
      "{\"deployment\": \"production\", \"directory\": \"/srv/backups/production\"}"),
  IMPORT(
      ImportBackup.TYPE,
      "import",
      ImportRequest.class,
      "{\"deployment\": \"production\", \"file\": \"/srv/backups/backup_2026_11_22T10_00_00.sql.gz\"}"),
  KEEP(
      KeepBackup.TYPE,
      "pin",
      KeepRequest.class,
      "{\"deployment\": \"production\", \"backup\": \"backup_2026_11_22T10_00_00.sql.gz\"}"),
  ROLLBACK(
      Rollback.TYPE,
      "rollback",
      RollbackRequest.class,
      "{\"deployment\": \"production\", \"restorePoint\": \"20261122T100000Z-3f1a2b\"}"),
  MEDIA_BACKUP(
      BackupMedia.TYPE,
      "media backup",
      BackupMediaRequest.class,
      "{\"deployment\": \"production\"}"),
  MEDIA_RESTORE(
      RestoreMedia.TYPE,
      "media restore",
      RestoreMediaRequest.class,
      "{\"deployment\": \"production\", \"archive\": \"20261122T100000Z-4f1c9a7be012\"}");

  private final String workflowType;
  private final String noun;
  private final Class<? extends OperationRequest> request;
  private final String example;

  OperationType(
      String workflowType, String noun, Class<? extends OperationRequest> request, String example) {
    this.workflowType = workflowType;
    this.noun = noun;
    this.request = request;
    this.example = example;
  }

  /** The stable name by which Temporal knows it, such as {@code SafeUpdate}. */
  @JsonValue
  public String workflowType() {
    return workflowType;
  }

  /** The word for it in a sentence, such as {@code update}. */
  public String noun() {
    return noun;
  }

  /** What its workflow takes. */
  public Class<? extends OperationRequest> request() {
    return request;
  }

  /** A right input, as JSON. */
  public String example() {
    return example;
  }

  /** The type that a workflow type's name means; empty when it is none of these. */
  public static Optional<OperationType> of(String workflowType) {
    return Arrays.stream(values()).filter(it -> it.workflowType.equals(workflowType)).findFirst();
  }

  /** The type that takes such requests; empty when none does. */
  public static Optional<OperationType> taking(Class<?> request) {
    return Arrays.stream(values()).filter(it -> it.request.equals(request)).findFirst();
  }

  /**
   * Reads a workflow type's name.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  @JsonCreator
  static OperationType read(String workflowType) {
    return of(workflowType)
        .orElseThrow(() -> new IllegalArgumentException("unknown operation " + workflowType));
  }
}

package io.safeupdate.workflows.workflow;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkflowImplementationOptions;

/** The workflow types, and how a worker runs them; the worker and its tests share it. */
public final class WorkflowTypes {
  private static final Class<?>[] CLASSES = {
    SafeUpdateWorkflow.class,
    RecoverDeploymentWorkflow.class,
    BackupDatabaseWorkflow.class,
    RestoreDatabaseWorkflow.class,
    CopyDatabaseWorkflow.class,
    ExportBackupsWorkflow.class,
    ImportBackupWorkflow.class,
    KeepBackupWorkflow.class,
    RollbackWorkflow.class,
    BackupMediaWorkflow.class,
    RestoreMediaWorkflow.class,
    InspectDeploymentWorkflow.class
  };

  private WorkflowTypes() {}

  /** Makes the worker run all of them. */
  public static void register(Worker worker) {
    worker.registerWorkflowImplementationTypes(options(), CLASSES);
  }

  /** The JSON of inputs and answers; the worker's client must use it. */
  public static DataConverter dataConverter() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new InputConverter());
  }

  /**
   * A mistyped input ends the run with a message. Other defects leave it open, because a worker
   * that is mended can go on with it.
   */
  private static WorkflowImplementationOptions options() {
    return WorkflowImplementationOptions.newBuilder()
        .setFailWorkflowExceptionTypes(DataConverterException.class, IllegalArgumentException.class)
        .build();
  }
}

package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Phase;
import io.safeupdate.workflows.contract.activity.Step;
import io.safeupdate.workflows.contract.activity.Verified;
import java.util.EnumSet;
import java.util.List;

/** What undoes each phase. */
final class Undos {
  private final UndoStack stack;
  private final ActivityStubs activities;
  private final Timeline timeline;
  private boolean startsOld;

  Undos(ActivityStubs activities, UndoStack stack, Timeline timeline) {
    this.stack = stack;
    this.activities = activities;
    this.timeline = timeline;
  }

  /** Must be called before the phase whose undo it is; a no-op for a phase that needs none. */
  void register(Phase phase) {
    switch (phase) {
      case PREPARE -> stack.registerCleanUp(phase, activities.prepare::drop);
      case QUIESCE -> stack.register(phase, activities.quiesce::resume);
      case SNAPSHOT -> stack.registerCleanUp(phase, activities.snapshot::drop);
      case PULL -> stack.register(phase, activities.pull::back);
      case MIGRATE -> stack.register(phase, activities.migrate::back);
      case TRIAL -> stack.register(phase, activities.trial::remove);
      case REBUILD -> stack.register(phase, activities.rebuild::back);
      case RESTART -> stack.register(phase, activities.restart::remove);
      case TRANSFER -> stack.registerCleanUp(phase, activities.copy::remove);
      case RESTORE -> stack.registerCleanUp(phase, activities.restore::drop);
      case SWAP -> stack.register(phase, activities.restore::swapBack);
      case CHECKOUT -> stack.register(phase, activities.checkout::back);
      case UNPACK -> stack.registerCleanUp(phase, activities.media::drop);
      case EXCHANGE -> stack.register(phase, activities.media::back);
      case RESUME -> stack.register(phase, activities.quiesce::quiesce);
      case EXPORT -> stack.registerCleanUp(phase, activities.backupFiles::dropExport);
      case IMPORT -> stack.registerCleanUp(phase, activities.backupFiles::dropImport);
      default -> {}
    }
  }

  /** From here on the last act of the way back is the old version up. */
  void registerStartOld() {
    stack.register(Step.START_OLD, this::startOld);
  }

  /** Before the first phase that the application may notice, its last act is registered. */
  void registerWithLastAct(Phase phase) {
    if (phase.isNoticed() && !startsOld) {
      startsOld = true;
      registerStartOld();
    }
    register(phase);
  }

  /** Registers the undos of the phases that an operation began, in the order in which it did. */
  void registerBegun(List<Phase> begun) {
    begun.forEach(this::registerWithLastAct);
  }

  /** Registers, in their order, the undos of all phases that an update may have begun. */
  void registerUpTo(Phase last) {
    for (Phase phase : EnumSet.range(Phase.PREFLIGHT, last)) {
      register(phase);
      if (phase == Phase.PREPARE && last != Phase.PREPARE) {
        registerStartOld();
      }
    }
  }

  private String startOld(Step step) {
    Verified old = activities.oldVersion.startOld(step);
    timeline.downtime(old.downtimeSeconds());
    return old.summary();
  }
}

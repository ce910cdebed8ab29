package io.safeupdate.activities.phase;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.OperationType;
import java.util.List;
import java.util.Optional;

/** All examinations, from cheap to dear. */
final class Survey {
  private static final List<Examination> STATUS =
      List.of(new EngineExam(), new CheckoutExam(), new ComposeExam(), new ServicesExam());
  private static final List<Examination> REST =
      List.of(
          new DatabaseExam(),
          new RemoteExam(),
          new TargetExam(),
          new EnvKeysExam(),
          new CheckoutCopyExam(),
          new DiskExam(),
          new HealthExam());

  private static final List<Examination> STANDING =
      List.of(
          new EngineExam(),
          new StandingCheckout(),
          new ComposeExam(),
          new ServicesExam(),
          new DatabaseExam(),
          new HealthExam());

  /** Enough for copies: how the application is does not matter to them. */
  private static final List<Examination> FILES =
      List.of(new EngineExam(), new StandingCheckout(), new ComposeExam());

  private Survey() {}

  /** Reads what runs. */
  static void status(Findings findings) {
    STATUS.forEach(exam -> examine(exam, findings));
  }

  /**
   * Reads everything; every refusal becomes a failed check. The target's files stay exported for
   * whoever goes on with them.
   *
   * @param tag makes the export's directory unique to an operation
   */
  static void all(Findings findings, String tag) {
    status(findings);
    if (findings.checkout.isPresent()) {
      findings.export = Optional.of(new Export(findings.deployment(), tag));
    }
    REST.forEach(exam -> examine(exam, findings));
  }

  /** Reads what an operation that changes no code must know: its checkout may be in any state. */
  static void forOperation(Findings findings, OperationType type) {
    List<Examination> needed =
        switch (type) {
          case EXPORT, IMPORT, KEEP -> FILES;
          default -> STANDING;
        };
    needed.forEach(exam -> examine(exam, findings));
  }

  /**
   * Reads what a rollback must know.
   *
   * @param code whether the checkout moves
   * @param target finds where to, and whether that can be had
   */
  static void forRollback(Findings findings, boolean code, Examination target) {
    List.of(
            new EngineExam(),
            code ? new CheckoutExam() : new StandingCheckout(),
            new ComposeExam(),
            ServicesExam.ofFallen(),
            new DatabaseExam(),
            new HealthExam(),
            target)
        .forEach(exam -> examine(exam, findings));
    if (code) {
      examine(new TargetExam(), findings);
      examine(new CheckoutCopyExam(), findings);
    }
  }

  private static void examine(Examination exam, Findings findings) {
    findings.progress().report("checking: " + exam.name());
    try {
      exam.examine(findings);
    } catch (StepFailure refusal) {
      findings.fail(exam.name(), refusal);
    }
  }
}

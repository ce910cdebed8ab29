package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkout;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.TreeSize;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Inspection.Check;
import io.safeupdate.workflows.contract.Inspection.CheckStatus;
import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What examinations found out, each adding to what those before it did. A fact that could not be
 * read is empty, and a check says why.
 */
final class Findings {
  private final Deployment deployment;
  private final Optional<String> wanted;
  private final Progress progress;
  private final List<Check> checks = new ArrayList<>();
  private Optional<FailureType> firstFailure = Optional.empty();

  Optional<Checkout.State> checkout = Optional.empty();
  Optional<ComposeModel> current = Optional.empty();
  Optional<Checkout.RemoteCommit> target = Optional.empty();
  Optional<ComposeModel> targetModel = Optional.empty();
  Optional<Export> export = Optional.empty();
  Optional<LiveDatabase> database = Optional.empty();
  Optional<TreeSize> checkoutSize = Optional.empty();
  List<Container> containers = List.of();
  List<String> changedPaths = List.of();
  List<String> newEnvKeys = List.of();
  final List<DiskNeed> disk = new ArrayList<>();
  final Map<String, Boolean> probes = new LinkedHashMap<>();

  /**
   * @param wanted the branch, tag or commit asked for; empty: the tip of the deployment's branch
   */
  Findings(Deployment deployment, Optional<String> wanted, Progress progress) {
    this.deployment = deployment;
    this.wanted = wanted;
    this.progress = progress;
  }

  Deployment deployment() {
    return deployment;
  }

  Host host() {
    return deployment.host();
  }

  Progress progress() {
    return progress;
  }

  String wantedRef() {
    return wanted.orElse(deployment.config().branch());
  }

  /** The commit that runs. */
  Optional<String> from() {
    return checkout.map(Checkout.State::head);
  }

  Optional<String> to() {
    return target.map(Checkout.RemoteCommit::commit);
  }

  /** Whether there is something to update. */
  boolean isBehind() {
    return from().isPresent() && to().isPresent() && !from().equals(to());
  }

  /** The resolved project name, once the model could be read. */
  Optional<String> project() {
    return current.map(ComposeModel::projectName);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  void ok(String check, String message) {
    checks.add(new Check(check, CheckStatus.OK, message, Optional.empty()));
  }

  void warn(String check, String message, String remedy) {
    checks.add(new Check(check, CheckStatus.WARNING, message, Optional.of(remedy)));
  }

  void fail(FailureType type, String check, String message, String remedy) {
    checks.add(new Check(check, CheckStatus.FAILED, message, Optional.of(remedy)));
    firstFailure = firstFailure.or(() -> Optional.of(type));
  }

  /** A refusal of the outside world: what it says already holds the remedy. */
  void fail(String check, StepFailure failure) {
    checks.add(new Check(check, CheckStatus.FAILED, failure.getMessage(), Optional.empty()));
    firstFailure = firstFailure.or(() -> Optional.of(failure.type()));
  }

  boolean failed() {
    return firstFailure.isPresent();
  }

  /** Everything that failed, as one failure; the type is that of the first. */
  StepFailure failure() {
    List<String> lines =
        checks.stream()
            .filter(check -> check.status() == CheckStatus.FAILED)
            .map(check -> check.name() + ": " + check.message() + remedy(check))
            .toList();
    return new StepFailure(
        firstFailure.orElse(FailureType.PREFLIGHT_FAILED), String.join("\n", lines));
  }

  List<String> warnings() {
    return checks.stream()
        .filter(check -> check.status() == CheckStatus.WARNING)
        .map(check -> check.name() + ": " + check.message() + remedy(check))
        .toList();
  }

  private static String remedy(Check check) {
    return check.remedy().map(remedy -> " " + remedy).orElse("");
  }
}

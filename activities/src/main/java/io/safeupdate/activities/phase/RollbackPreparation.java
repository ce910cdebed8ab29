package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.RollbackTarget;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.host.RestorePoint;
import io.safeupdate.activities.host.RestorePoint.PinnedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.UpdateConfig;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.Prepared.Migration;
import io.safeupdate.workflows.contract.activity.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the recorded images, and makes those anew that were pruned. */
final class RollbackPreparation {
  private final Deployment deployment;
  private final Step step;
  private final Baseline before;
  private final RollbackTarget target;

  RollbackPreparation(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.step = step;
    this.before = deployment.record(step).get(Baseline.class);
    this.target = deployment.record(step).get(RollbackTarget.class);
  }

  PreparedImages run(Progress progress) {
    Pins.take(deployment, before);
    return target.code()
        ? withCode(deployment.restorePoints().find(target.restorePoint()).orElseThrow(), progress)
        : prepared(List.of(), Set.of(), "code and images stay as they are", List.of());
  }

  private PreparedImages withCode(RestorePoint point, Progress progress) {
    Optional<java.nio.file.Path> env =
        EnvCopy.of(point, deployment.restorePoints().directory(point.id()));
    Export export = new Export(deployment, step.tag(), env);
    export.write(before.to(), progress);
    ComposeModel model = export.model(before.from());
    Map<String, String> recorded = recorded(point, model);
    if (recorded.size() < references(model)) {
      export.addUntracked(before.from());
    }
    List<PreparedImage> images =
        new ImageSource(deployment, before, step.tag(), recorded).make(model, export, progress);
    CodeBinds binds = CodeBinds.of(deployment, before, model, export);
    export.delete();
    List<String> anew =
        images.stream()
            .map(PreparedImage::reference)
            .filter(reference -> !recorded.containsKey(reference))
            .toList();
    return prepared(images, stopped(binds), words(images, anew), notes(anew));
  }

  private static long references(ComposeModel model) {
    return model.services().values().stream().map(ComposeService::image).distinct().count();
  }

  /**
   * The images that the target's services ran on, by their references. The database keeps the image
   * that it runs: a rollback is no change of servers.
   */
  private Map<String, String> recorded(RestorePoint point, ComposeModel model) {
    Map<String, String> images = new HashMap<>();
    for (ComposeService service : model.services().values()) {
      image(point, service).ifPresent(id -> images.putIfAbsent(service.image(), id));
    }
    return images;
  }

  private Optional<String> image(RestorePoint point, ComposeService service) {
    Optional<String> running = Optional.ofNullable(before.images().get(service.image()));
    if (deployment.isDatabase(service.name()) && running.isPresent()) {
      return running;
    }
    return point.images().stream()
        .filter(it -> it.service().equals(service.name()))
        .filter(it -> it.reference().equals(service.image()))
        .map(PinnedImage::id)
        .filter(id -> deployment.host().engine().image(id).isPresent())
        .findFirst();
  }

  private Set<String> stopped(CodeBinds binds) {
    Set<String> stopped = new TreeSet<>(binds.services());
    if (deployment.config().update().quiesce() == UpdateConfig.Quiesce.ALWAYS) {
      stopped.addAll(deployment.writers(before));
    }
    return stopped;
  }

  private static String words(List<PreparedImage> images, List<String> anew) {
    String recorded = Amounts.count(images.size() - anew.size(), "recorded image") + " there";
    return anew.isEmpty() ? recorded : recorded + ", " + anew.size() + " made anew";
  }

  private static List<String> notes(List<String> anew) {
    return anew.isEmpty()
        ? List.of()
        : List.of(
            "These images were made anew from the recorded commit, since nobody had kept them: "
                + String.join(", ", anew)
                + ".");
  }

  private PreparedImages prepared(
      List<PreparedImage> images, Set<String> stopped, String summary, List<String> notes) {
    Strategy strategy = target.database().isPresent() ? Strategy.SNAPSHOT : Strategy.NONE;
    Prepared answer =
        new Prepared(
            strategy,
            Migration.NONE,
            List.copyOf(stopped),
            Optional.of("what ran before needs none"),
            Optional.empty(),
            summary,
            notes);
    return new PreparedImages(images, List.of(), "a rollback", List.of(), answer);
  }
}

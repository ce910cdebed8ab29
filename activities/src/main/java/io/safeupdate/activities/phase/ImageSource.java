package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeProject;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.PreparedImages.PreparedImage;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds and pulls the images of the target under our own tags; no compose tag moves for good. */
final class ImageSource {
  private final Deployment deployment;
  private final Host host;
  private final Baseline before;
  private final String operationTag;
  private final Map<String, String> recorded;

  ImageSource(Deployment deployment, Baseline before, String operationTag) {
    this(deployment, before, operationTag, Map.of());
  }

  /**
   * @param recorded images that are there already, by the reference that they are for: these are
   *     neither built nor pulled
   */
  ImageSource(
      Deployment deployment, Baseline before, String operationTag, Map<String, String> recorded) {
    this.recorded = Map.copyOf(recorded);
    this.deployment = deployment;
    this.host = deployment.host();
    this.before = before;
    this.operationTag = operationTag;
  }

  /** One image for each reference that the target's services are created from. */
  List<PreparedImage> make(ComposeModel target, Export export, Progress progress) {
    Map<String, List<ComposeService>> byReference =
        target.services().values().stream()
            .collect(
                Collectors.groupingBy(
                    ComposeService::image, LinkedHashMap::new, Collectors.toList()));
    build(target, byReference, export.project().named(target.projectName()), progress);
    List<PreparedImage> images = new ArrayList<>();
    byReference.forEach((reference, users) -> images.add(image(reference, users, progress)));
    return images;
  }

  private void build(
      ComposeModel target,
      Map<String, List<ComposeService>> byReference,
      ComposeProject project,
      Progress progress) {
    Map<String, String> tags = new TreeMap<>();
    byReference.entrySet().stream()
        .filter(it -> !recorded.containsKey(it.getKey()))
        .map(it -> builder(it.getValue()))
        .flatMap(Optional::stream)
        .forEach(service -> tags.put(service.name(), tag(service)));
    if (!tags.isEmpty()) {
      host.compose().build(project, target.buildFile(tags), progress);
    }
  }

  /** Of services that share a reference, the one that says how it is built. */
  private static Optional<ComposeService> builder(List<ComposeService> users) {
    return users.stream().filter(ComposeService::isBuilt).findFirst();
  }

  private String tag(ComposeService service) {
    return ImageNames.prepared(deployment.name(), service.name(), operationTag);
  }

  private PreparedImage image(String reference, List<ComposeService> users, Progress progress) {
    List<String> services = users.stream().map(ComposeService::name).toList();
    Optional<ComposeService> builder = builder(users);
    if (recorded.containsKey(reference)) {
      return known(reference, builder, users);
    }
    if (builder.isPresent()) {
      String tag = tag(builder.get());
      return new PreparedImage(reference, id(tag), tag, true, services);
    }
    String id = pulled(reference, users, progress);
    String tag = tag(users.get(0));
    host.engine().tag(id, tag);
    return new PreparedImage(reference, id, tag, false, services);
  }

  /** It gets a name of this operation too, so that nobody prunes it meanwhile. */
  private PreparedImage known(
      String reference, Optional<ComposeService> builder, List<ComposeService> users) {
    String id = recorded.get(reference);
    String tag = tag(builder.orElseGet(() -> users.get(0)));
    host.engine().tag(id, tag);
    List<String> services = users.stream().map(ComposeService::name).toList();
    return new PreparedImage(reference, id, tag, builder.isPresent(), services);
  }

  /**
   * The database keeps its image while its reference is the same: an update is no server upgrade.
   */
  private String pulled(String reference, List<ComposeService> users, Progress progress) {
    boolean isDatabase = users.stream().anyMatch(it -> deployment.isDatabase(it.name()));
    if (isDatabase && before.images().containsKey(reference)) {
      return before.images().get(reference);
    }
    progress.report("pulling " + reference);
    PullPolicy policy = PullPolicy.of(users);
    Optional<String> present = host.engine().image(reference).map(Engine.Image::id);
    if (policy == PullPolicy.NEVER || (policy == PullPolicy.MISSING && present.isPresent())) {
      return id(reference);
    }
    return pull(reference, policy, progress);
  }

  /** Pulls, then gives the reference back to the image that the old version runs. */
  private String pull(String reference, PullPolicy policy, Progress progress) {
    try {
      host.engine().pull(reference, progress);
      return id(reference);
    } catch (StepFailure failure) {
      boolean mayUseLocal =
          policy == PullPolicy.DEFAULT && host.engine().image(reference).isPresent();
      if (!mayUseLocal) {
        throw failure;
      }
      return id(reference);
    } finally {
      Optional.ofNullable(before.images().get(reference))
          .ifPresent(old -> host.engine().tag(old, reference));
    }
  }

  private String id(String reference) {
    return host.engine()
        .image(reference)
        .map(Engine.Image::id)
        .orElseThrow(
            () ->
                new StepFailure(
                    FailureType.PULL_FAILED,
                    "The engine has no image " + reference + ". Pull or build it first."));
  }
}

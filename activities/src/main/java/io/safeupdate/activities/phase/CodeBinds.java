package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeModel;
import io.safeupdate.activities.docker.ComposeService;
import io.safeupdate.activities.host.Baseline;
import java.nio.file.Path;
import java.util.List;

/**
 * Services into which files of the checkout are mounted that this update changes: moving the
 * checkout changes them while they run.
 */
record CodeBinds(List<String> services) {

  static CodeBinds of(Deployment deployment, Baseline before, ComposeModel target, Export export) {
    Path checkout = deployment.checkout().root();
    return new CodeBinds(
        target.services().values().stream()
            .filter(service -> isMounted(service, before, checkout, export.root()))
            .map(ComposeService::name)
            .sorted()
            .toList());
  }

  private static boolean isMounted(
      ComposeService service, Baseline before, Path checkout, Path export) {
    return service.binds().stream()
        .map(bind -> Path.of(bind.source()).normalize())
        .map(
            source ->
                source.startsWith(export) ? export.relativize(source) : inside(checkout, source))
        .anyMatch(relative -> changes(relative, before.changedPaths()));
  }

  /** A path outside of the checkout gets a name that no changed path has. */
  private static Path inside(Path checkout, Path source) {
    return source.startsWith(checkout) ? checkout.relativize(source) : source;
  }

  private static boolean changes(Path mounted, List<String> changedPaths) {
    boolean whole = mounted.toString().isEmpty();
    return !mounted.isAbsolute()
        && changedPaths.stream().anyMatch(path -> whole || Path.of(path).startsWith(mounted));
  }
}

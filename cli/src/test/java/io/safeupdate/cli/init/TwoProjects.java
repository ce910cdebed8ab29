package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Docker where two projects run from one checkout. */
record TwoProjects(Path checkout) implements Docker {
  @Override
  public List<ComposeContainer> containers() {
    return List.of(container("production"), container("staging"));
  }

  private ComposeContainer container(String project) {
    return new ComposeContainer(
        project,
        true,
        List.of(),
        Map.of(
            "com.docker.compose.project",
            project,
            "com.docker.compose.service",
            "web",
            "com.docker.compose.project.working_dir",
            checkout.toString()));
  }

  @Override
  public Resolution resolve(ComposeCall call) {
    return new Resolution(Optional.empty(), "");
  }

  @Override
  public List<String> profiles(ComposeCall call) {
    return List.of();
  }

  @Override
  public Optional<String> exec(ComposeContainer container, List<String> argv) {
    return Optional.empty();
  }
}

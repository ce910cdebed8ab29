package io.safeupdate.activities.phase;

import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.DeploymentConfig;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The compose files and the env file are there and make sense together. */
final class ComposeExam implements Examination {

  @Override
  public String name() {
    return "compose";
  }

  @Override
  public void examine(Findings findings) {
    DeploymentConfig config = findings.deployment().config();
    List<Path> missing = missing(config);
    for (Path path : missing) {
      findings.fail(
          FailureType.CONFIG_INVALID,
          name(),
          path + " is missing.",
          "Put it there, or correct deployments." + config.name() + " in the configuration.");
    }
    if (missing.isEmpty() && Files.isDirectory(config.directory())) {
      findings.current =
          Optional.of(findings.host().compose().config(findings.deployment().project()));
      checkNames(findings, config);
    }
  }

  private static List<Path> missing(DeploymentConfig config) {
    return Stream.concat(config.composeFiles().stream(), config.envFile().stream())
        .filter(path -> !Files.isRegularFile(path))
        .toList();
  }

  /** Services that the configuration names must be services. */
  private void checkNames(Findings findings, DeploymentConfig config) {
    List<String> unknown =
        ConfiguredServices.of(config).stream()
            .filter(service -> !findings.current.orElseThrow().services().containsKey(service))
            .toList();
    if (unknown.isEmpty()) {
      findings.ok(
          name(), Amounts.count(findings.current.orElseThrow().services().size(), "service"));
      return;
    }
    findings.fail(
        FailureType.CONFIG_INVALID,
        name(),
        "the compose files have no service " + String.join(", ", unknown) + ".",
        "Their services are "
            + String.join(", ", findings.current.orElseThrow().services().keySet())
            + ": correct deployments."
            + config.name()
            + ".");
  }
}

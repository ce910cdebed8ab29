package io.safeupdate.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a configuration file. Whether what it names exists is not asked here. */
public final class ConfigLoader {
  private final Map<String, String> environment;
  private final Path home;

  /**
   * @param environment what {@code ${NAME}} in the file stands for
   * @param home what {@code ~/} in the file stands for; absolute
   */
  public ConfigLoader(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /**
   * The file's configuration, with defaults for what it leaves out.
   *
   * @throws ConfigException for whatever is wrong with the file, with all that was found
   */
  public SafeUpdateConfig load(Path file) {
    Problems problems = new Problems(file);
    YamlNode root = new YamlFile(new SourceFile(file).text(), problems).mapping();
    PathRule paths = new PathRule(file.toAbsolutePath().normalize().getParent(), home);
    Reading reading = new Reading(problems, new Interpolation(environment), paths);
    Optional<SafeUpdateConfig> config =
        new Value(reading, root, KeyPath.ROOT).section(section -> Optional.of(read(section, file)));
    problems.throwIfAny();
    return config.orElseThrow();
  }

  private SafeUpdateConfig read(Section section, Path file) {
    List<Path> exportRoots = section.list("exportRoots", section.paths()).orElse(List.of());
    CrossChecks checks = new CrossChecks(exportRoots);
    SafeUpdateConfig config =
        new SafeUpdateConfig(
            section.section("temporal", TemporalConfig::read).orElse(TemporalConfig.defaults()),
            section.optional("host", NameRule.HOST).orElse(SafeUpdateConfig.DEFAULT_HOST),
            section
                .optional("stateDirectory", section.paths())
                .orElse(home.resolve(SafeUpdateConfig.DEFAULT_STATE)),
            exportRoots,
            section
                .section("deployments", all -> Optional.of(deployments(all, checks)))
                .orElse(Map.of()),
            section.section("notifications", ConfigLoader::notifications).orElse(Map.of()),
            section.optional("consoleUrl", ConfigLoader::consoleUrl),
            section.section("server", Section::untyped).orElse(Map.of()),
            Optional.of(file));
    checks.checkState(config, section);
    checks.checkNotifications(config, section);
    return config;
  }

  private static Map<String, DeploymentConfig> deployments(Section all, CrossChecks checks) {
    return all.each(
        (name, value) -> {
          checkName(name, NameRule.DEPLOYMENT, all);
          return value.section(section -> deployment(name, section, checks));
        });
  }

  private static Optional<DeploymentConfig> deployment(
      String name, Section section, CrossChecks checks) {
    Optional<DeploymentConfig> deployment = new DeploymentReader(section).read(name);
    deployment.ifPresent(it -> checks.check(it, section));
    return deployment;
  }

  private static Optional<Map<String, NotificationConfig>> notifications(Section all) {
    return Optional.of(
        all.each(
            (name, value) -> {
              checkName(name, NameRule.RECEIVER, all);
              return value.section(NotificationConfig::read);
            }));
  }

  private static URI consoleUrl(String text) throws Rejection {
    return Parsers.httpUrl(text, "https://updates.example.com/");
  }

  private static void checkName(String name, NameRule rule, Section all) {
    try {
      rule.parse(name);
    } catch (Rejection e) {
      all.reject(name, e.getMessage(), e.remedy());
    }
  }
}

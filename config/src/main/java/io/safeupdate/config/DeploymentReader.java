package io.safeupdate.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads one deployment. */
final class DeploymentReader {
  private final Section section;

  DeploymentReader(Section section) {
    this.section = section;
  }

  /** Empty without a directory; what else is missing is reported, and stands empty. */
  Optional<DeploymentConfig> read(String name) {
    Optional<Path> directory = section.required("directory", section.paths());
    DeploymentDraft draft =
        new DeploymentDraft(name, directory.orElseGet(() -> section.paths().base()));
    readFiles(draft);
    readSource(draft);
    readDatabase(draft);
    readServices(draft);
    readConduct(draft);
    return directory.map(it -> draft.complete());
  }

  private void readFiles(DeploymentDraft draft) {
    PathRule paths = section.paths().within(draft.directory());
    Optional<Value> given = section.required("composeFiles");
    if (given.filter(Value::isEmptyList).isPresent()) {
      section.reject("composeFiles", "names no file", "write it as [docker-compose.yml]");
    }
    draft.files(
        given.flatMap(it -> section.list("composeFiles", paths)).orElse(List.of()),
        section.optional("envFile", paths));
  }

  private void readSource(DeploymentDraft draft) {
    draft.source(
        section.optional("remote", NameRule.REMOTE).orElse("origin"),
        section.required("branch", NameRule.BRANCH).orElse(""));
  }

  private void readDatabase(DeploymentDraft draft) {
    boolean wanted = section.value("database").isPresent();
    Optional<DatabaseConfig> database = section.section("database", DatabaseConfig::read);
    if (wanted && section.value("migrate").isEmpty()) {
      section.reject(
          "migrate",
          "is missing, and there is a database",
          "add `migrate: {service: …, command: […]}`, `migrate: onStart` or `migrate: none`");
    }
    Optional<MigrateConfig> migrate = section.value("migrate").flatMap(MigrateConfig::read);
    if (!wanted && migrate.filter(how -> !(how instanceof MigrateConfig.None)).isPresent()) {
      section.reject(
          "migrate",
          "has no database that could be brought back",
          "add `database: {service: …}`, or write `migrate: none`");
    }
    database.ifPresent(it -> migrate.ifPresent(how -> draft.database(it, how)));
  }

  private void readServices(DeploymentDraft draft) {
    draft.project(
        section.optional("project", NameRule.PROJECT),
        section.list("profiles", NameRule.PROFILE).orElse(List.of()));
    section.list("writers", NameRule.SERVICE).ifPresent(draft::writers);
    section.list("stateless", NameRule.SERVICE).ifPresent(draft::stateless);
    section.section("media", MediaConfig::read).ifPresent(draft::media);
  }

  private void readConduct(DeploymentDraft draft) {
    section.section("health", HealthConfig::read).ifPresent(draft::health);
    section.section("update", UpdateConfig::read).ifPresent(draft::update);
    section.section("schedule", ScheduleConfig::read).ifPresent(draft::schedule);
    section.optional("acceptsCopies", Parsers::truth).ifPresent(draft::acceptsCopies);
    section.section("retention", RetentionConfig::read).ifPresent(draft::retention);
  }
}

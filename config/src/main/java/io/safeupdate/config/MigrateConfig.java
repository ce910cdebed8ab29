package io.safeupdate.config;

import java.util.List;
import java.util.Optional;

/** How a deployment's database comes to the form that a release expects. */
public sealed interface MigrateConfig {

  /**
   * By a command in the new release's image.
   *
   * @param service whose image, environment and networks the command gets
   * @param plan prints the pending migrations and changes nothing; empty: they are not known before
   */
  record Command(String service, List<String> command, Optional<List<String>> plan)
      implements MigrateConfig {
    public Command {
      command = List.copyOf(command);
      plan = plan.map(List::copyOf);
    }
  }

  /** The application migrates by itself when it starts. */
  record OnStart() implements MigrateConfig {}

  /** There is nothing to migrate. */
  record None() implements MigrateConfig {}

  static Optional<MigrateConfig> read(Value value) {
    return value.isScalar() ? value.as(MigrateConfig::word) : value.section(MigrateConfig::command);
  }

  private static MigrateConfig word(String text) throws Rejection {
    return switch (text) {
      case "onStart" -> new OnStart();
      case "none" -> new None();
      default ->
          throw new Rejection(
              "is not a way to migrate",
              "write onStart, none, or {service: …, command: [program, argument]}");
    };
  }

  private static Optional<MigrateConfig> command(Section section) {
    Optional<String> service = section.required("service", NameRule.SERVICE);
    Optional<List<String>> command =
        section.required("command").flatMap(given -> section.command("command"));
    Optional<List<String>> plan = section.command("plan");
    return service.flatMap(it -> command.map(words -> new Command(it, words, plan)));
  }
}

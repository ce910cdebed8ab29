package io.safeupdate.activities.git;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of git, as data.
 *
 * @param configuration settings for this call only
 * @param environment variables for this call only
 * @param input what git reads from its standard input
 * @param limit after this it is killed
 */
record GitCommand(
    List<String> arguments,
    Map<String, String> configuration,
    Map<String, String> environment,
    String input,
    Duration limit) {
  private static final Duration LOCAL = Duration.ofMinutes(10);

  GitCommand {
    arguments = List.copyOf(arguments);
    configuration = Map.copyOf(configuration);
    environment = Map.copyOf(environment);
  }

  static GitCommand of(String... arguments) {
    return new GitCommand(List.of(arguments), Map.of(), Map.of(), "", LOCAL);
  }

  GitCommand and(List<String> more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(more);
    return new GitCommand(all, configuration, environment, input, limit);
  }

  GitCommand configured(String key, String value) {
    return new GitCommand(arguments, with(configuration, key, value), environment, input, limit);
  }

  GitCommand withVariable(String name, String value) {
    return new GitCommand(arguments, configuration, with(environment, name, value), input, limit);
  }

  GitCommand reading(String text) {
    return new GitCommand(arguments, configuration, environment, text, limit);
  }

  GitCommand within(Duration time) {
    return new GitCommand(arguments, configuration, environment, input, time);
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}

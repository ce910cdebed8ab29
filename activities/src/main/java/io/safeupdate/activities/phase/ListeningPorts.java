package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The TCP ports that programs of a container listen on for others, as Linux lists its sockets in
 * {@code /proc/net/tcp} (proc(5)): local address and port in hexadecimal, state {@code 0A}.
 */
final class ListeningPorts {
  private static final Pattern LISTENING =
      Pattern.compile("(?m)^\\s*\\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) \\S+ 0A ");
  private static final Pattern LOOPBACK = Pattern.compile("(?:0{16}F{4}0{4})?.{6}7F|0{24}01000000");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int HEXADECIMAL = 16;

  private ListeningPorts() {}

  /** In ascending order; empty where the container has no {@code cat} to read them with. */
  static List<Integer> of(Engine engine, String containerId) {
    try {
      List<String> cat = List.of("cat", "/proc/net/tcp", "/proc/net/tcp6");
      ExecResult sockets = engine.exec(containerId, cat, Map.of(), LIMIT);
      return parse(sockets.stdout());
    } catch (StepFailure unreadable) {
      return List.of();
    }
  }

  static List<Integer> parse(String sockets) {
    return LISTENING
        .matcher(sockets)
        .results()
        .filter(socket -> !LOOPBACK.matcher(socket.group(1)).matches())
        .map(socket -> Integer.parseInt(socket.group(2), HEXADECIMAL))
        .distinct()
        .sorted()
        .toList();
  }
}

package io.safeupdate.worker.temporal;

import io.safeupdate.workflows.contract.SearchAttributes;
import io.temporal.common.SearchAttributeKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that runs the server.
 *
 * @param setsid puts the server into a session of its own, so that a terminal's Ctrl-C reaches only
 *     us and we end it in order; empty where the system has no such command
 */
record DevServerCommand(Path executable, Optional<Path> setsid, Path database, String namespace) {
  private static final String DATABASE_FLAG = "--db-filename";

  List<String> argv(Ports ports) {
    List<String> argv = new ArrayList<>();
    setsid.map(Path::toString).ifPresent(argv::add);
    argv.addAll(List.of(executable.toString(), "server", "start-dev"));
    argv.addAll(List.of(DATABASE_FLAG, database.toString()));
    argv.addAll(List.of("--ip", "127.0.0.1", "--port", String.valueOf(ports.api())));
    argv.addAll(List.of("--ui-port", String.valueOf(ports.ui())));
    argv.addAll(List.of("--namespace", namespace, "--log-level", "warn"));
    for (SearchAttributeKey<String> attribute : SearchAttributes.ALL) {
      argv.addAll(List.of("--search-attribute", attribute.getName() + "=Keyword"));
    }
    return argv;
  }

  /** Whether a process with these arguments serves our database. */
  boolean isServedBy(List<String> arguments) {
    int flag = arguments.indexOf(DATABASE_FLAG);
    return flag >= 0
        && flag + 1 < arguments.size()
        && arguments.get(flag + 1).equals(database.toString());
  }
}

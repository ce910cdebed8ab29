package io.safeupdate.activities.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts children into a session of their own. A terminal sends Ctrl-C to all that share its session:
 * a build that this ended would be taken for one that failed.
 */
public final class OwnSession {
  private OwnSession() {}

  /**
   * The command that starts a program in a session of its own, in the same process; unchanged where
   * the system has no {@code setsid}.
   *
   * @throws IOException when there is no such program, which {@code setsid} would only tell later
   */
  public static List<String> of(List<String> argv, Map<String, String> environment)
      throws IOException {
    Optional<Path> setsid = find("setsid", environment);
    if (setsid.isEmpty()) {
      return argv;
    }
    if (find(argv.get(0), environment).isEmpty()) {
      throw new NoSuchFileException(argv.get(0), null, "no such program");
    }
    List<String> own = new ArrayList<>(List.of(setsid.get().toString()));
    own.addAll(argv);
    return own;
  }

  private static Optional<Path> find(String program, Map<String, String> environment) {
    if (program.contains(File.separator)) {
      return Optional.of(Path.of(program)).filter(Files::isExecutable);
    }
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}

package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.List;

/** Runs programs that only look. */
interface Programs {

  /**
   * Runs a program to its end.
   *
   * @throws io.safeupdate.cli.output.Refusal when it is not installed or does not end in time
   */
  Ran run(Path directory, List<String> argv);

  /** How a program ended. */
  record Ran(int exitCode, String out, String err) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }
}

package io.safeupdate.cli.command;

import picocli.CommandLine.Option;

/** Whether a command waits for the operation that it steers. */
final class DetachOption {
  @Option(
      names = "--detach",
      description = "Return at once; the operation goes on in the running `safe-update up`.")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }
}

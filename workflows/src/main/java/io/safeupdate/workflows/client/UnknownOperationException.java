package io.safeupdate.workflows.client;

import java.util.List;

/** Nothing, or more than one thing, goes by the given name. */
public final class UnknownOperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnknownOperationException(String message) {
    super(message);
  }

  static UnknownOperationException none(String name, String host) {
    return new UnknownOperationException(
        "No operation is known on host "
            + host
            + " by \""
            + name
            + "\": neither an operation's id nor a deployment that was ever updated."
            + " `safe-update history` lists them.");
  }

  static UnknownOperationException several(String name, List<String> ids) {
    return new UnknownOperationException(
        "\"" + name + "\" stands for several operations: " + String.join(", ", ids));
  }
}

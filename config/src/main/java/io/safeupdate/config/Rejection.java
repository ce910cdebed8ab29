package io.safeupdate.config;

/** Why one value cannot be what its key asks for, and what to write instead. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  Rejection(String message, String remedy) {
    // Without a stack trace: it is an answer about somebody's file, not a defect.
    super(message, null, false, false);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}

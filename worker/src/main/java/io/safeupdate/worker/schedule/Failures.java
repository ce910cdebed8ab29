package io.safeupdate.worker.schedule;

/** Goes on after a failure, and raises the first one in the end. */
final class Failures {
  private RuntimeException first;

  void of(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException failure) {
      if (first == null) {
        first = failure;
      } else {
        first.addSuppressed(failure);
      }
    }
  }

  void raise() {
    if (first != null) {
      throw first;
    }
  }
}

package io.safeupdate.activities.phase;

/** Looks at one side of a deployment and changes nothing. */
interface Examination {

  /** The word by which its checks are known. */
  String name();

  /**
   * Adds to the findings; does nothing where what it needs was not found.
   *
   * @throws io.safeupdate.activities.failure.StepFailure when the outside world did not answer
   */
  void examine(Findings findings);
}

package io.safeupdate.workflows.contract.activity;

import io.safeupdate.workflows.contract.RestoreMediaRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** User files go into archives, and come back from them. */
@ActivityInterface
public interface MediaActivities {

  /**
   * Takes the user files into an archive while the application serves, and reads it back.
   * Idempotent: the archive of this operation is returned when it is whole, else made anew.
   */
  @ActivityMethod(name = "ArchiveMedia")
  Made archive(Step step);

  /**
   * Verifies an archive, unpacks it beside the user files, which are not touched, and compares what
   * is there then. Idempotent: begins anew.
   */
  @ActivityMethod(name = "UnpackMedia")
  Made unpack(Step step, RestoreMediaRequest request);

  /**
   * Removes unpacked files that did not come into use. Idempotent; tolerates that there are none.
   */
  @ActivityMethod(name = "DropUnpacked")
  String drop(Step step);

  /**
   * Puts the unpacked files in the place of the user files, which are kept and named in the answer.
   * Idempotent: goes on where an attempt was killed.
   */
  @ActivityMethod(name = "ExchangeMedia")
  Made exchange(Step step);

  /**
   * Puts the user files back that were replaced; what had been in use instead is kept. Idempotent;
   * no-op when nothing was replaced.
   */
  @ActivityMethod(name = "ExchangeBack")
  String back(Step step);
}

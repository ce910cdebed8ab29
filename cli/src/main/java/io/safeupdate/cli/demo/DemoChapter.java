package io.safeupdate.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import java.util.Locale;

/**
 * One release of the demo.
 *
 * @param expected how its update should end
 * @param visitorDowntimeSeconds how long the visitor could not write
 * @param acknowledged rows that the application had taken by then
 * @param rows rows that it had afterwards
 */
record DemoChapter(
    String release,
    Outcome expected,
    OperationResult result,
    double visitorDowntimeSeconds,
    int acknowledged,
    int rows) {

  /** Whether it ended as it should, with every row that the application had taken. */
  @JsonProperty
  boolean isGood() {
    return result.outcome() == expected && rows >= acknowledged;
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%d rows acknowledged, %s there; the visitor waited %.1f s",
        acknowledged,
        rows >= acknowledged ? "all" : rows,
        visitorDowntimeSeconds);
  }
}

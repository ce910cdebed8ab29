package io.safeupdate.cli.demo;

import io.safeupdate.workflows.contract.OperationResult;

/**
 * One release of the demo.
 *
 * @param visitorDowntimeSeconds how long the visitor could not write
 * @param acknowledged rows that the application had taken by then
 * @param rows rows that it had afterwards
 */
record DemoChapter(
    String release,
    OperationResult result,
    double visitorDowntimeSeconds,
    int acknowledged,
    int rows) {}

package io.safeupdate.workflows.contract;

/**
 * Why an operation did not do what it was asked.
 *
 * @param phase the failing phase
 * @param type a {@link FailureType#type()}
 * @param message what, where and what now
 */
public record FailureReport(String phase, String type, String message) {}

package io.safeupdate.workflows.contract.activity;

/**
 * A version runs and is healthy.
 *
 * @param downtimeSeconds how long the application did not answer, as the host saw it
 */
public record Verified(String summary, double downtimeSeconds) {}

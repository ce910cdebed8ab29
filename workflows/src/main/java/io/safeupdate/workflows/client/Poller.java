package io.safeupdate.workflows.client;

import java.time.Instant;

/**
 * A worker as the server sees it.
 *
 * @param identity process and machine, such as {@code 4711@mill}
 * @param lastSeen when it last asked for work; one that has none to do asks about once a minute
 */
public record Poller(String identity, Instant lastSeen) {}

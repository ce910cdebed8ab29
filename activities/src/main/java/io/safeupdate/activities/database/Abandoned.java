package io.safeupdate.activities.database;

import java.time.Instant;

/** A database that was live until another one took its place. */
public record Abandoned(String name, Instant since, long bytes) {}

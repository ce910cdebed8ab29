package io.safeupdate.activities.database;

import java.util.OptionalLong;

/**
 * The file system that a path in the container is on, or would be made on.
 *
 * @param device its number, the same that the host gives it; empty: not known
 * @param onVolume whether it outlives the container
 */
public record Room(long freeBytes, OptionalLong device, boolean onVolume) {}

package io.safeupdate.activities.database;

/**
 * The file system that a path in the container is on, or would be made on.
 *
 * @param onVolume whether it outlives the container
 */
public record Room(long freeBytes, boolean onVolume) {}

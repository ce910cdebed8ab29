package io.safeupdate.activities.database;

/**
 * A live database and its server.
 *
 * @param bytes what it takes on disk
 * @param version as the server words it, such as {@code 15.18 (Debian 15.18-1)}
 * @param majorVersion such as {@code 15}
 */
public record Live(String name, long oid, long bytes, String version, int majorVersion) {}

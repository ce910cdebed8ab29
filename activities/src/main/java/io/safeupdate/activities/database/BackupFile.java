package io.safeupdate.activities.database;

import java.time.Instant;

/**
 * A file in the backup directory.
 *
 * @param modified in whole seconds, by the host's clock
 * @param inode tells a file from another one that has taken its name
 */
public record BackupFile(String name, long bytes, Instant modified, long inode) {}

/**
 * Backups that leave the backup directory for the host's own files, come back from there, or go to
 * another deployment's.
 */
package io.safeupdate.activities.transfer;

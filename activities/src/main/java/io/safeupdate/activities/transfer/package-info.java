/** Backups that leave the backup directory for the host's own files, and come back from there. */
package io.safeupdate.activities.transfer;

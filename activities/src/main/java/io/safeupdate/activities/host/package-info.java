/**
 * What the host remembers: the state directory, the record of each operation, locks, restore points
 * and receipts. Everything is written to a temporary name, synced and renamed, so that a file is
 * there whole or not at all.
 */
package io.safeupdate.activities.host;

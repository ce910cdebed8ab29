/**
 * What a program says to Temporal about operations: start, follow, list, steer. Needs no access to
 * the host; a worker may be away.
 */
package io.safeupdate.workflows.client;

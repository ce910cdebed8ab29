/**
 * The Temporal server and the way to it: the embedded one as a supervised child process, and
 * connections to that or any other.
 */
package io.safeupdate.worker.temporal;

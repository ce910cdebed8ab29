/** How commands reach Temporal and a worker: those that run, or ones of their own. */
package io.safeupdate.cli.session;

/** Follows one operation to its end, for a person and for scripts. */
package io.safeupdate.cli.watch;

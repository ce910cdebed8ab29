/** Tells what an open operation does while it does it. */
package io.safeupdate.cli.follow;

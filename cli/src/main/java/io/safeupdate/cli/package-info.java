/** The {@code safe-update} command. */
package io.safeupdate.cli;

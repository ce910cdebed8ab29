/**
 * Writes a configuration for an application as it is found: its checkout, its compose files, and,
 * before all, how it really runs. Looks only; what it starts are read-only commands.
 */
package io.safeupdate.cli.init;

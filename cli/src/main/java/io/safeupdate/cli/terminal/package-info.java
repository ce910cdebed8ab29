/** Where the command runs and what it writes on: streams, environment, width, colour. */
package io.safeupdate.cli.terminal;

/** The console: pages made on the server, readable without a script. */
package io.safeupdate.api.console;

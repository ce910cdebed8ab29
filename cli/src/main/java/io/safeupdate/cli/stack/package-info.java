/** What {@code up} is made of: server, worker, and whatever else serves beside them. */
package io.safeupdate.cli.stack;

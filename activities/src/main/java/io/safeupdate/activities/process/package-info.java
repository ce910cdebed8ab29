/** Child processes: a pure command, and the one place that starts it. */
package io.safeupdate.activities.process;

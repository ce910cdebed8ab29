/** What a running process tells monitoring: the host's parts, and metrics. */
package io.safeupdate.cli.monitoring;

/** What a monitoring system is told: whether the host's parts are there, and metrics. */
package io.safeupdate.api.monitoring;

/** What counts as healthy: containers and HTTP probes, judged against how it was before. */
package io.safeupdate.activities.health;

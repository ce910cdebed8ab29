/** What deployments do by themselves: the configuration's section {@code schedule} in Temporal. */
package io.safeupdate.worker.schedule;

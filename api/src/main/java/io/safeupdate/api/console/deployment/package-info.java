/** Pages about deployments. */
package io.safeupdate.api.console.deployment;

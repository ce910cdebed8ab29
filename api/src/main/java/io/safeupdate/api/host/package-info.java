/** The host's operations and deployments, as the console and the REST interface get them. */
package io.safeupdate.api.host;

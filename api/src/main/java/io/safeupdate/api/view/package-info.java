/** What both the console and the REST interface show of deployments. */
package io.safeupdate.api.view;

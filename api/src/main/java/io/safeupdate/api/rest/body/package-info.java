/** What is sent to start and steer operations: the deployment's name is in the address. */
package io.safeupdate.api.rest.body;

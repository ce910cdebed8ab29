/** Durable operations: their contract, the workflow code, and the client that starts them. */
package io.safeupdate.workflows;

/** Pages about operations. */
package io.safeupdate.api.console.operation;

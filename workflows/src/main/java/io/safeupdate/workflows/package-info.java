/** TODO. */
package io.safeupdate.workflows;

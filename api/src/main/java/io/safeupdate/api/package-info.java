/** TODO. */
package io.safeupdate.api;

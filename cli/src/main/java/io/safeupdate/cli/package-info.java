/** TODO. */
package io.safeupdate.cli;

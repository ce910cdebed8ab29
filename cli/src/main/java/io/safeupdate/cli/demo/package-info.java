/**
 * {@code safe-update demo}: the sample application, a good release, and one that is brought back.
 */
package io.safeupdate.cli.demo;

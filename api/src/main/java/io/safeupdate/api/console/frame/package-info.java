/** What is around every page. */
package io.safeupdate.api.console.frame;

/** The facts that the console and the REST interface show, and where they come from. */
package io.safeupdate.api.view;

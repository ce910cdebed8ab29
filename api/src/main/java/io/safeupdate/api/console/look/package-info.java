/** What hosts and operations look like, remembered for a while. */
package io.safeupdate.api.console.look;

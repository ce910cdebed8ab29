/** Who may do what, and who did it. */
package io.safeupdate.api.access;

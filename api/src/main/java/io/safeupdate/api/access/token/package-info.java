/** What programs and people show to say who they are. */
package io.safeupdate.api.access.token;

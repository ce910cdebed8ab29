/** What every request passes before anything is done for it. */
package io.safeupdate.api.access.entry;

/** Files of the API's own, which only their owner may read. */
package io.safeupdate.api.access.store;

/** TODO. */
package io.safeupdate.activities;

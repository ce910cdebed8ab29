/** Words for people that several packages use. */
package io.safeupdate.activities.words;

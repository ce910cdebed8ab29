/** Words, numbers and hashes as several packages write them. */
package io.safeupdate.activities.words;

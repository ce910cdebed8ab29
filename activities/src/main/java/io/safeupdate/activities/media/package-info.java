/** The files that users uploaded: archives of them, and the way back of one. */
package io.safeupdate.activities.media;

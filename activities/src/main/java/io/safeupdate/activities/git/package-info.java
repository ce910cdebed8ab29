/** The checkout, behind one port with two implementations: JGit, and the git command line. */
package io.safeupdate.activities.git;

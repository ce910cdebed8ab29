/**
 * The phases of an update, a class each, named as the table of phases names them: the deed and its
 * undo. They read what earlier phases recorded on the host and record what they do before they do
 * it, so that an attempt after a kill finds its own traces.
 */
package io.safeupdate.activities.phase;

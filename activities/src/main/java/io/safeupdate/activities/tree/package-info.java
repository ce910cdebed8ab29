/** Directory trees: copied, compared and put back, exactly. Symbolic links are never followed. */
package io.safeupdate.activities.tree;

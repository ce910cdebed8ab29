/** TODO. */
package io.safeupdate.worker;

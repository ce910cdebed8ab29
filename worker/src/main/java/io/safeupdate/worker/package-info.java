/** The worker of one host: the only module that sees how activities are implemented. */
package io.safeupdate.worker;

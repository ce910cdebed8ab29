/**
 * What both sides of a workflow speak: interfaces, records and words. Everything here is stored.
 */
package io.safeupdate.workflows.contract;

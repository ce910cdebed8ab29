/** One interface for each phase: its deed beside its undo. Implemented on the host. */
package io.safeupdate.workflows.contract.activity;

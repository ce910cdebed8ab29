/**
 * Workflow code: deterministic, no side effects of its own. {@link
 * io.safeupdate.workflows.workflow.SafeUpdateWorkflow} is the story; the rest serves it.
 */
package io.safeupdate.workflows.workflow;

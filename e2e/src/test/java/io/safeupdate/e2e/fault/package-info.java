/**
 * Goes into a jar of its own that an {@code up} of the fault matrix gets as an agent: makes steps
 * fail, die, wait or hang at named points. Nothing that is shipped has it.
 */
package io.safeupdate.e2e.fault;

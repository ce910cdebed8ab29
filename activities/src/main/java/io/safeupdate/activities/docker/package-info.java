/**
 * Docker. {@code Compose} is the Compose CLI, for what only Compose knows; {@code Engine} is the
 * Engine API, for all that the engine can answer itself.
 */
package io.safeupdate.activities.docker;

/**
 * PostgreSQL, by the programs in the application's own database container. {@code Postgres} is the
 * server and the live database, {@code BackupFiles} the directory of dumps, {@code Dumps} and
 * {@code Restores} what goes from one to the other. {@code Shell} is all they need of Docker.
 *
 * <p>Nothing here believes an exit code: what is complete carries a mark that is written with its
 * last byte, and a look at the mark decides.
 */
package io.safeupdate.activities.database;

package io.safeupdate.cli.command;

import io.safeupdate.cli.session.Sessions;
import io.safeupdate.cli.stack.Parts;
import io.safeupdate.cli.terminal.Surroundings;

/**
 * What all commands are made from.
 *
 * @param parts what {@code up} and {@code worker} run
 */
public record Workshop(Surroundings surroundings, Sessions sessions, Parts parts) {}

package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * A person's decision, as the update {@code decide} takes it.
 *
 * @param decision what to do
 * @param by who decided
 * @param reason why
 */
public record Decision(Choice decision, Optional<String> by, Optional<String> reason) {}

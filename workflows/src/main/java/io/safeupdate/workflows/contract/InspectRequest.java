package io.safeupdate.workflows.contract;

import java.util.Optional;

/**
 * The input of {@code InspectDeployment}.
 *
 * @param depth how much is looked at; empty: {@code STATUS}
 * @param to with {@code PLAN}: a branch, tag or commit of the remote; empty: the branch's tip
 */
public record InspectRequest(String deployment, Optional<Depth> depth, Optional<String> to) {}

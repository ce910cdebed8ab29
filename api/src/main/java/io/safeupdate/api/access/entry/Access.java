package io.safeupdate.api.access.entry;

import io.safeupdate.api.access.token.Tokens;

/**
 * Who has to say who they are.
 *
 * @param isOpenToOthers whether others than those on this machine reach the server
 */
public record Access(Tokens tokens, boolean isOpenToOthers) {

  /**
   * Whether nobody is let in without a token. On this machine alone that begins with the first
   * token that is made, and does not end when it is revoked.
   */
  boolean isTokenNeeded() {
    return isOpenToOthers || tokens.exist();
  }
}

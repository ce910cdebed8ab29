package io.safeupdate.workflows.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who asked for an operation, kept with it for as long as Temporal remembers it. Temporal shows it
 * as the run's memo.
 *
 * @param who a person or a token by name, never the token itself
 * @param from the address that the request came from, or {@code command line}
 * @param key the hash of the key by which the asker knows a repeated request again
 */
public record Origin(String who, Optional<String> from, Optional<String> key) {
  static final String WHO = "SafeUpdateRequestedBy";
  static final String FROM = "SafeUpdateRequestedFrom";
  static final String KEY = "SafeUpdateRequestKey";

  /** Somebody at the command line. */
  public static Origin ofCommandLine(String user) {
    return new Origin(user, Optional.of("command line"), Optional.empty());
  }

  Map<String, Object> memo() {
    Map<String, Object> memo = new LinkedHashMap<>();
    memo.put(WHO, who);
    from.ifPresent(address -> memo.put(FROM, address));
    key.ifPresent(hash -> memo.put(KEY, hash));
    return memo;
  }
}

package io.safeupdate.activities.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which database and which user, where they are not those of the container's own {@code
 * POSTGRES_DB} and {@code POSTGRES_USER}.
 */
public record Access(Optional<String> database, Optional<String> user) {

  /** As the container's environment says, with the defaults of the official image. */
  public static final Access OF_THE_CONTAINER = new Access(Optional.empty(), Optional.empty());

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    database.ifPresent(name -> environment.put("SU_DATABASE", name));
    user.ifPresent(name -> environment.put("SU_USER", name));
    return environment;
  }
}

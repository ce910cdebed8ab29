package io.safeupdate.api.access;

/** The caller may not do that; the message says what it takes. Nothing was done. */
public final class MissingRoleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingRoleException(Caller caller, Role needed, String what) {
    super(
        "%s takes the role %s, and %s has the role %s."
            .formatted(what, needed.label(), caller.name(), caller.role().label()));
  }
}

package io.safeupdate.api.access.token;

/** A token cannot be made or revoked as asked; nothing was changed. */
public final class TokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  TokenException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What to do instead. */
  public String remedy() {
    return remedy;
  }
}

package io.safeupdate.activities.media;

import java.io.IOException;

/** A tar stream ended too early: the engine gives up when a file shrinks while it is read. */
final class TornTarException extends IOException {
  private static final long serialVersionUID = 1L;

  TornTarException(String last) {
    super("the stream of files broke off after " + last);
  }
}

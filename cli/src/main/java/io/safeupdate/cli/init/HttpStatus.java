package io.safeupdate.cli.init;

import java.net.URI;
import java.util.OptionalInt;

/** Asks for a page. */
interface HttpStatus {
  /** The status of the answer, redirects not followed; empty when there is none in time. */
  OptionalInt of(URI url);
}

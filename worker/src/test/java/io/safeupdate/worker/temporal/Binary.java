package io.safeupdate.worker.temporal;

import java.nio.file.Path;

/** The real server's binary, as every user gets it. */
final class Binary {
  private Binary() {}

  static TemporalCli cli() {
    return TemporalCli.usual(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Path path() {
    return cli()
        .find(System.err::println)
        .orElseThrow(
            () -> new IllegalStateException("these tests need the Temporal command: install Go"));
  }
}

package io.safeupdate.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Makes absolute paths of what people write.
 *
 * @param base what relative paths are relative to; absolute
 * @param home what {@code ~/} stands for; absolute
 */
record PathRule(Path base, Path home) implements Parser<Path> {

  /** The same rule for paths that are relative to a directory. */
  PathRule within(Path directory) {
    return new PathRule(directory, home);
  }

  @Override
  public Path parse(String text) throws Rejection {
    try {
      return resolve(Parsers.text(text)).normalize();
    } catch (InvalidPathException e) {
      throw new Rejection("is not a path here: " + e.getReason(), "write it in other characters");
    }
  }

  private Path resolve(String text) throws Rejection {
    if (text.equals("~") || text.startsWith("~/")) {
      return home.resolve(text.substring(1).replaceFirst("^/+", ""));
    }
    if (text.startsWith("~")) {
      throw new Rejection("names another user's home", "write the path in full; only ~/ is known");
    }
    return base.resolve(text);
  }
}

package io.safeupdate.config;

import java.util.regex.Pattern;

/** What names may look like, so that they can stand in file names, queues and command lines. */
enum NameRule implements Parser<String> {
  /** Part of a git ref too. */
  DEPLOYMENT(
      "(?!.*(?:\\.\\.|\\.lock$|\\.$))[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}",
      "is not a name for a deployment",
      "use up to 63 letters, digits, `_`, `.` and `-`, a letter or digit first, no `..`,"
          + " no `.` or `.lock` last"),
  HOST(
      "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}",
      "is not a name for a host",
      "use up to 63 letters, digits, `_`, `.` and `-`, a letter or digit first"),
  RECEIVER(
      "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}",
      "is not a name for a receiver of notifications",
      "use up to 63 letters, digits, `_`, `.` and `-`, a letter or digit first"),
  SERVICE("[a-zA-Z0-9._-]+", "is not the name of a service", "write it as in the compose file"),
  PROJECT(
      "[a-z0-9][a-z0-9_-]*",
      "is not a name for a Compose project",
      "use lower-case letters, digits, `_` and `-`, a letter or digit first"),
  PROFILE(
      "[a-zA-Z0-9][a-zA-Z0-9_.-]*",
      "is not the name of a profile",
      "write it as in the compose file"),
  REMOTE(
      "[a-zA-Z0-9][a-zA-Z0-9_./-]*",
      "is not the name of a git remote",
      "write a name that `git remote` prints, such as origin"),
  BRANCH(
      "(?!-|/|\\.|refs/|@$)(?!.*(?:\\.\\.|//|/\\.|@\\{|\\.lock(?:/|$)))[^\\s~^:?*\\[\\\\\\p{Cntrl}]+(?<![/.])",
      "is not the name of a git branch",
      "write its short name, such as main");

  private final Pattern pattern;
  private final String message;
  private final String remedy;

  NameRule(String pattern, String message, String remedy) {
    this.pattern = Pattern.compile(pattern);
    this.message = message;
    this.remedy = remedy;
  }

  @Override
  public String parse(String text) throws Rejection {
    if (pattern.matcher(text).matches()) {
      return text;
    }
    throw new Rejection(message, remedy);
  }
}

package io.safeupdate.activities.git;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/** Which names may reach git; all others could be read as options, ranges or patterns. */
final class Names {
  private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-fA-F]{4,63}");
  private static final String PRIVATE = "refs/safe-update/";

  private Names() {}

  static String commit(String name) {
    if (!isFull(name)) {
      throw Refusal.notACommit(name);
    }
    return name;
  }

  static String privateRef(String ref) {
    if (!ref.startsWith(PRIVATE) || !Repository.isValidRefName(ref)) {
      throw Refusal.notAPrivateRef(ref);
    }
    return ref;
  }

  static boolean isFull(String name) {
    return FULL.matcher(name).matches();
  }

  static boolean isAbbreviated(String name) {
    return ABBREVIATED.matcher(name).matches();
  }

  /** The full refs that a person's word can mean, best first; none: git allows no such name. */
  static List<String> refsFor(String name) {
    if (name.equals("HEAD")) {
      return List.of(name);
    }
    List<String> refs =
        name.startsWith("refs/")
            ? List.of(name)
            : List.of("refs/heads/" + name, "refs/tags/" + name);
    return refs.stream().filter(Repository::isValidRefName).toList();
  }
}

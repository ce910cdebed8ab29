package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What in a commit's files JGit would write wrongly, without a word. */
final class CommitNeeds {
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "(?m)^\\s*[^#\\s]\\S*\\s.*?\\b(filter=\\S+|working-tree-encoding=\\S+|ident)(?=\\s|$)");
  private static final boolean NAMES_ARE_UNICODE =
      "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

  private CommitNeeds() {}

  /** In words; empty: JGit can do it all. */
  static Optional<String> of(Repository repository, String commit) throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk files = new TreeWalk(repository)) {
      files.addTree(commits.parseCommit(ObjectId.fromString(commit)).getTree());
      files.setRecursive(true);
      while (files.next()) {
        Optional<String> need = of(repository, files);
        if (need.isPresent()) {
          return need;
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<String> of(Repository repository, TreeWalk file) throws IOException {
    if (file.getFileMode(0) == FileMode.GITLINK) {
      return Optional.of("the submodule " + file.getPathString());
    }
    if (!NAMES_ARE_UNICODE && !isAscii(file.getRawPath())) {
      return Optional.of("the file name " + file.getPathString() + " (this locale has only ASCII)");
    }
    if (!isText(file.getRawPath())) {
      return Optional.of("the file name " + file.getPathString() + " (it is not UTF-8)");
    }
    if (file.getNameString().equals(".gitattributes")) {
      byte[] text = repository.open(file.getObjectId(0)).getBytes();
      return inAttributes(new String(text, StandardCharsets.UTF_8))
          .map(attribute -> attribute + " in " + file.getPathString());
    }
    return Optional.empty();
  }

  /** The first attribute that JGit does not honour. */
  static Optional<String> inAttributes(String text) {
    return ATTRIBUTES.matcher(text).results().map(found -> found.group(1)).findFirst();
  }

  /** JGit would take it for Latin-1 and write other bytes. */
  private static boolean isText(byte[] path) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(path));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static boolean isAscii(byte[] path) {
    for (byte each : path) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }
}

package io.safeupdate.activities.git;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;

/** What in a repository's settings JGit would not honour, or not even open. */
final class ConfigNeeds {
  private static final Set<String> HARMLESS = Set.of("noop", "preciousobjects");

  private final WorkTree tree;
  private final Config config;

  ConfigNeeds(WorkTree tree, Config config) {
    this.tree = tree;
    this.config = config;
  }

  /** In words; empty: JGit can do it all. */
  Optional<String> first() {
    return Stream.of(extension(), files(), promisor(), attributes())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> extension() {
    return config.getNames("extensions").stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !HARMLESS.contains(name))
        .filter(name -> !isDefault(name, "objectformat", "sha1"))
        .filter(name -> !isDefault(name, "refstorage", "files"))
        .map(name -> "extensions." + name)
        .findFirst();
  }

  private boolean isDefault(String name, String extension, String value) {
    return name.equals(extension)
        && value.equalsIgnoreCase(config.getString("extensions", null, name));
  }

  private Optional<String> files() {
    if (config.getBoolean("core", "sparseCheckout", false)) {
      return Optional.of("core.sparseCheckout");
    }
    return config.getBoolean("core", "splitIndex", false) || hasSharedIndex()
        ? Optional.of("core.splitIndex")
        : Optional.empty();
  }

  private boolean hasSharedIndex() {
    try (DirectoryStream<Path> shared = Files.newDirectoryStream(tree.gitDir(), "sharedindex.*")) {
      return shared.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException unreadable) {
      return false;
    }
  }

  private Optional<String> promisor() {
    return config.getSubsections("remote").stream()
        .filter(remote -> config.getBoolean("remote", remote, "promisor", false))
        .map(remote -> "the partial clone of '" + remote + "'")
        .findFirst();
  }

  private Optional<String> attributes() {
    if (config.getString("core", null, "attributesFile") != null) {
      return Optional.of("core.attributesFile");
    }
    try {
      Path file = tree.commonDir().resolve("info").resolve("attributes");
      return CommitNeeds.inAttributes(Files.readString(file)).map(each -> each + " in " + file);
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}

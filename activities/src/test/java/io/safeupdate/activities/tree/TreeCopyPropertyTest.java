package io.safeupdate.activities.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever is done to a tree that was copied: put back, it is what it was, and nothing is lost. */
class TreeCopyPropertyTest {
  private static final int TRIES = 60;

  /** Something done to a path: a file, a link, a directory, a hard link or a deletion. */
  record Deed(List<String> segments, char kind, String content, long nanos, String mode) {
    void doTo(Path root) throws IOException {
      Path path = root;
      for (String segment : segments.subList(0, segments.size() - 1)) {
        path = path.resolve(segment);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          TreeRemoval.delete(path);
          Files.createDirectory(path);
        }
      }
      path = path.resolve(segments.get(segments.size() - 1));
      TreeRemoval.delete(path);
      Path other = root.resolve("a");
      switch (kind) {
        case 'f' -> Files.writeString(path, content);
        case 'l' -> Files.createSymbolicLink(path, Path.of("to-" + content));
        case 'd' -> Files.createDirectory(path);
        case 'h' -> {
          if (Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)) {
            Files.createLink(path, other);
          }
        }
        default -> {}
      }
      attribute(path);
    }

    private void attribute(Path path) throws IOException {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      if (!Files.isSymbolicLink(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      }
      Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(FileTime.from(Instant.ofEpochSecond(1_000_000_000L, nanos)), null, null);
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    Arbitrary<List<String>> paths =
        Arbitraries.of("a", "b", "c d", "-e", "ü", "n\nl", ".git").list().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            paths,
            Arbitraries.of('f', 'f', 'l', 'd', 'h', 'x'),
            Arbitraries.of("", "1", "2", "three"),
            Arbitraries.longs().between(0, 999_999_999),
            Arbitraries.of("rwxr-xr-x", "rw-------", "rwxrwxrwx", "rwx------"))
        .as(Deed::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void comes_back_as_it_was(@ForAll("deeds") List<Deed> before, @ForAll("deeds") List<Deed> after)
      throws IOException {
    Path directory = Files.createTempDirectory("tree-copy");
    Path tree = Files.createDirectory(directory.resolve("tree"));
    for (Deed deed : before) {
      deed.doTo(tree);
    }
    Map<String, String> was = Snapshot.of(tree);
    TreeCopy copy = new TreeCopy(tree, directory.resolve("copy"));
    copy.copy(Scope.ALL, Progress.NONE);
    for (Deed deed : after) {
      deed.doTo(tree);
    }

    copy.putBack(Scope.ALL, directory.resolve("aside"), Progress.NONE);

    assertThat(Snapshot.of(tree)).isEqualTo(was);
    assertThat(copy.compare(Scope.ALL, 10, Progress.NONE)).isEmpty();
    assertThat(copy.putBack(Scope.ALL, directory.resolve("aside"), Progress.NONE))
        .isEqualTo(new TreeCopy.PutBack(0, 0, 0));
    TreeRemoval.delete(directory);
  }
}

package io.safeupdate.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever two trees hold: there and back again is where we were. */
final class MovePropertyTest {
  private static final int TRIES = 25;

  /** One path of a tree: a file, a program or a link. */
  record Entry(List<String> segments, char kind, String content) {
    void writeTo(Path root) throws IOException {
      Path file = root.resolve(String.join("/", segments));
      for (Path above = file.getParent(); !above.equals(root); above = above.getParent()) {
        if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
            && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
          return;
        }
      }
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      Files.createDirectories(file.getParent());
      if (kind == 'l') {
        Files.createSymbolicLink(file, Path.of("to-" + content.strip()));
      } else {
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(kind == 'x')).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<Entry>> trees() {
    Arbitrary<List<String>> paths =
        Arbitraries.of("a", "b", "c d", "-e", "ü", "n\nl", "'q\"$(x)", " *?[")
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    Arbitrary<String> contents = Arbitraries.of("", "1\n", "2\n", "one\r\ntwo\n", "same\n");
    return Combinators.combine(paths, Arbitraries.of('f', 'x', 'l'), contents)
        .as(Entry::new)
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void jgit_goes_there_and_back(
      @ForAll("trees") List<Entry> old, @ForAll("trees") List<Entry> fresh) throws Exception {
    goesThereAndBack(old, fresh, Repositories::byJGit);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void git_goes_there_and_back(@ForAll("trees") List<Entry> old, @ForAll("trees") List<Entry> fresh)
      throws Exception {
    goesThereAndBack(old, fresh, Repositories::byGit);
  }

  private static void goesThereAndBack(
      List<Entry> old, List<Entry> fresh, BiFunction<Repositories, Path, Checkout> open)
      throws Exception {
    Path directory = Files.createTempDirectory("trees").toRealPath();
    try {
      Repositories repositories = new Repositories(directory);
      Path site = repositories.developer;
      Map<String, String> oldTree = commit(repositories, old);
      String from = repositories.head(site);
      Map<String, String> freshTree = commit(repositories, fresh);
      String to = repositories.head(site);
      Map<String, String> mine = Map.of("mine", "directory", "mine/notes", "file mine");
      Repositories.write(site, "mine/notes", "mine");
      Checkout checkout = open.apply(repositories, site);

      checkout.move("master", to, from);
      assertThat(Tree.of(site)).isEqualTo(with(oldTree, mine));
      checkout.move("master", from, to);
      assertThat(Tree.of(site)).isEqualTo(with(freshTree, mine));

      repositories.git(site, "update-ref", "refs/heads/master", from);
      checkout.move("master", to, from);
      assertThat(Tree.of(site)).isEqualTo(with(oldTree, mine));
      assertThat(repositories.git(site, "status", "--porcelain", "-uno")).isEmpty();
    } finally {
      delete(directory, false);
    }
  }

  private static Map<String, String> commit(Repositories repositories, List<Entry> entries)
      throws Exception {
    delete(repositories.developer, true);
    for (Entry entry : entries) {
      entry.writeTo(repositories.developer);
    }
    repositories.commit("tree");
    return Tree.of(repositories.developer);
  }

  private static Map<String, String> with(Map<String, String> tree, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(tree);
    all.putAll(more);
    return all;
  }

  private static void delete(Path root, boolean butGit) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!butGit || !(file.equals(root) || root.relativize(file).startsWith(".git"))) {
          Files.delete(file);
        }
      }
    }
  }
}

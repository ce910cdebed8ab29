package io.safeupdate.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names in commits that no ordinary git would make, and such as only some file systems know. */
class HostileTreeTest {
  private static final BiFunction<Repositories, Path, Checkout> GIT = Repositories::byGit;
  private static final BiFunction<Repositories, Path, Checkout> JGIT = Repositories::byJGit;
  private static final byte[] LATIN_1 = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

  private Repositories repositories;

  @BeforeEach
  void givenASite(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
  }

  static Stream<Arguments> hostile() {
    return Stream.of("..", ".", ".git", ".GIT")
        .flatMap(name -> Stream.of(GIT, JGIT).map(open -> Arguments.of(name, open)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_tree_that_leads_out_or_into_git_is_not_written(
      String name, BiFunction<Repositories, Path, Checkout> open) throws Exception {
    String from = repositories.head(repositories.site);
    String to = commitOf(name.getBytes(StandardCharsets.UTF_8), from);
    Path export = repositories.directory.resolve("export");
    Checkout checkout = open.apply(repositories, repositories.site);

    assertThatThrownBy(() -> checkout.export(to, export, Progress.NONE))
        .isInstanceOf(StepFailure.class);
    assertThatThrownBy(() -> checkout.move("master", from, to)).isInstanceOf(StepFailure.class);

    assertThat(repositories.directory.resolve("pwned")).doesNotExist();
    assertThat(repositories.site.resolve(".git/pwned")).doesNotExist();
    assertThat(repositories.head(repositories.site)).isEqualTo(from);
  }

  @Test
  void a_name_that_is_not_utf8_goes_there_and_back() throws Exception {
    String from = repositories.head(repositories.site);
    String to = commitOf(LATIN_1, from);
    Path export = repositories.directory.resolve("export");
    Checkout checkout = new Checkouts(repositories.environment()).open(repositories.site);

    checkout.export(to, export, Progress.NONE);
    checkout.move("master", from, to);

    assertThat(names(export)).containsExactly("636166e9");
    assertThat(names(repositories.site)).containsExactly("636166e9");
    Checkout again = new Checkouts(repositories.environment()).open(repositories.site);
    assertThat(again.state().changed()).isEmpty();

    again.move("master", to, from);

    assertThat(repositories.git(repositories.site, "status", "--porcelain")).isEmpty();
    assertThat(Tree.of(repositories.site)).containsOnlyKeys("app.py", "README.md");
  }

  /** A commit whose tree is a directory of that name with the file {@code pwned} in it. */
  private String commitOf(byte[] name, String parent) throws Exception {
    String blob = object("blob", "pwned".getBytes(StandardCharsets.UTF_8));
    String below = object("tree", entry("100644", "pwned".getBytes(StandardCharsets.UTF_8), blob));
    String tree = object("tree", entry("40000", name, below));
    return repositories
        .git(repositories.site, "commit-tree", tree, "-p", parent, "-m", "x")
        .strip();
  }

  private static byte[] entry(String mode, byte[] name, String id) throws IOException {
    var entry = new java.io.ByteArrayOutputStream();
    entry.write((mode + " ").getBytes(StandardCharsets.US_ASCII));
    entry.write(name);
    entry.write(0);
    entry.write(java.util.HexFormat.of().parseHex(id));
    return entry.toByteArray();
  }

  private String object(String type, byte[] content) throws IOException {
    Path file = Files.write(repositories.directory.resolve("object"), content);
    return repositories
        .git(repositories.site, "hash-object", "-w", "--literally", "-t", type, file.toString())
        .strip();
  }

  /** Names of directories in hexadecimal digits, because no Java text holds them. */
  private static List<String> names(Path root) throws Exception {
    Process listing =
        new ProcessBuilder("sh", "-c", "cd \"$0\" && printf %s caf* | od -An -tx1", root.toString())
            .start();
    String digits = new String(listing.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return Arrays.asList(digits.replaceAll("\\s", ""));
  }
}

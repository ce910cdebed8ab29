package io.safeupdate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Words that nobody meant: they are a matter of usage, and never a defect. */
final class GarbageTest {
  private static Path directory;

  @BeforeContainer
  static void givenADirectory() throws IOException {
    directory = Files.createTempDirectory("garbage");
  }

  @AfterContainer
  static void cleanUp() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 150)
  void garbage_is_a_usage_error_of_few_words(@ForAll("garbage") List<String> words) {
    Shell.Ran ran = Shell.configured(directory).run(words.toArray(String[]::new));

    assertThat(ran.exitCode()).as(words + ran.err()).isEqualTo(2);
    assertThat(ran.out() + ran.err())
        .startsWith("safe-update: ")
        .doesNotContain("Exception", "\tat ", "defect")
        .doesNotContainPattern("[\\p{C}&&[^\n]]");
  }

  @Property(tries = 60)
  void an_illegal_ref_is_a_usage_error(@ForAll("illegalRefs") String ref) {
    Shell shell = Shell.configured(directory);

    Shell.Ran ran = shell.run("update", "production", "--to=" + ref);

    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).contains("no name of a branch, tag or commit");
    assertThat(shell.session.requests).isEmpty();
  }

  @Provide
  Arbitrary<List<String>> garbage() {
    Arbitrary<String> odd =
        Arbitraries.strings()
            .withChars("ab/.\n\u001b'\"$@=ü ")
            .ofMinLength(1)
            .ofMaxLength(8)
            .map(word -> "zz" + word);
    Arbitrary<List<String>> commands =
        Arbitraries.of(
            List.of(),
            List.of("update"),
            List.of("plan"),
            List.of("decide", "production"),
            List.of("status"),
            List.of("history"),
            List.of("cancel"),
            List.of("show"));
    return commands.flatMap(
        command -> odd.map(word -> Stream.concat(command.stream(), Stream.of(word)).toList()));
  }

  @Provide
  Arbitrary<String> illegalRefs() {
    return Arbitraries.of(
        "",
        "-x",
        "--upload-pack=x",
        "a..b",
        "a b",
        "a\nb",
        "a:b",
        "a~1",
        "x".repeat(300),
        "\u001b[m");
  }
}

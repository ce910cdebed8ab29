package io.safeupdate.activities.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is killed with {@code kill -9} while it puts a tree back. */
@Order(1)
class KilledTreeCopyTest {
  private static final int FILES = 1500;
  private static final int ROUNDS = 3;

  @TempDir Path directory;

  /** The process that is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      Path directory = Path.of(arguments[0]);
      tree(directory).putBack(Scope.ALL, directory.resolve("aside"), Progress.NONE);
    }
  }

  @RepeatedTest(ROUNDS)
  void the_next_attempt_finishes_it_and_nothing_is_lost() throws Exception {
    for (int number = 0; number < FILES; number++) {
      write(number, "old");
    }
    Map<String, String> before = Snapshot.of(directory.resolve("tree"));
    tree(directory).copy(Scope.ALL, Progress.NONE);
    for (int number = 0; number < FILES; number++) {
      write(number, "changed");
      write(FILES + number, "added");
    }

    killHalfWay();
    tree(directory).putBack(Scope.ALL, directory.resolve("aside"), Progress.NONE);

    assertThat(Snapshot.of(directory.resolve("tree"))).isEqualTo(before);
    assertThat(putAside()).hasSize(2 * FILES).contains("changed 0", "added " + FILES);
  }

  private void killHalfWay() throws Exception {
    Process victim =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Victim.class.getName(),
                    directory.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (victim.isAlive() && !Files.exists(directory.resolve("aside"))) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.MILLISECONDS.sleep(5);
    victim.destroyForcibly().waitFor();
    assertThat(putAside()).as("it was killed half-way").hasSizeBetween(1, 2 * FILES - 1);
  }

  /** What all the files hold that were put aside, each once. */
  private Set<String> putAside() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(path -> path.toString().contains("/aside"))
          .filter(Files::isRegularFile)
          .map(KilledTreeCopyTest::read)
          .collect(Collectors.toSet());
    }
  }

  private static TreeCopy tree(Path directory) {
    return new TreeCopy(directory.resolve("tree"), directory.resolve("copy"));
  }

  private void write(int number, String text) throws IOException {
    Path file = directory.resolve("tree/d%d/f%d".formatted(number % 30, number));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + " " + number);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package io.safeupdate.cli.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways in which the application may be meant to run, judged by its files alone. */
final class Candidates {
  private static final Pattern SERVICES = Pattern.compile("(?m)^services\\s*:");
  private static final List<String> BASES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  private final Path root;
  private final Wishes wishes;

  Candidates(Path root, Wishes wishes) {
    this.root = root;
    this.wishes = wishes;
  }

  /** Calls to try, the likeliest first. */
  List<ComposeCall> calls() {
    if (!wishes.composeFiles().isEmpty()) {
      return List.of(call(wishes.composeFiles()));
    }
    List<ComposeCall> calls = new ArrayList<>();
    composeFiles().forEach(file -> calls.addAll(calls(file)));
    return calls;
  }

  private List<ComposeCall> calls(Path file) {
    if (isBase(file)) {
      return List.of(call(Stream.concat(Stream.of(file), override(file).stream()).toList()));
    }
    List<ComposeCall> calls = new ArrayList<>();
    calls.add(call(List.of(file)));
    base().ifPresent(base -> calls.add(call(List.of(base, file))));
    return calls;
  }

  private ComposeCall call(List<Path> files) {
    Path last = files.get(files.size() - 1);
    Optional<Path> envFile = wishes.envFile().or(() -> Environment.of(name(last)).envFile(root));
    return new ComposeCall(root, files, envFile, wishes.project(), wishes.profiles());
  }

  private List<Path> composeFiles() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> name(file).matches(".*\\.ya?ml"))
          .filter(file -> !name(file).contains("override"))
          .filter(Candidates::hasServices)
          .sorted(
              Comparator.comparing((Path file) -> Environment.of(name(file)))
                  .thenComparing(file -> !isBase(file))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Compose adds by itself when it is called without {@code -f}. */
  private static Optional<Path> override(Path base) {
    String name = name(base);
    int dot = name.lastIndexOf('.');
    return Stream.of("yml", "yaml")
        .map(end -> base.resolveSibling(name.substring(0, dot) + ".override." + end))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Optional<Path> base() {
    return BASES.stream().map(root::resolve).filter(Files::isRegularFile).findFirst();
  }

  private static boolean isBase(Path file) {
    return BASES.contains(name(file));
  }

  private static boolean hasServices(Path file) {
    try {
      return Files.isRegularFile(file)
          && SERVICES.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).find();
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

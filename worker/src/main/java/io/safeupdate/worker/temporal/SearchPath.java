package io.safeupdate.worker.temporal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The directories where commands are looked for. */
record SearchPath(List<Path> directories) {
  SearchPath {
    directories = List.copyOf(directories);
  }

  /** The directories of a variable such as {@code PATH}. */
  static SearchPath of(String variable) {
    return new SearchPath(
        Arrays.stream(variable.split(File.pathSeparator))
            .filter(part -> !part.isBlank())
            .map(Path::of)
            .toList());
  }

  Optional<Path> find(String command) {
    return directories.stream()
        .map(directory -> directory.resolve(command))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}

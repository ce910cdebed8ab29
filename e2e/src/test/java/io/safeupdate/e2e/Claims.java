package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Which cells are played by somebody already: an empty file each, in a directory that all see. */
record Claims(Path directory) {

  /** Whether the cell is now the caller's to play. */
  boolean claim(Cell cell) {
    try {
      Files.createFile(Files.createDirectories(directory).resolve(cell.toString()));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many are taken. */
  int count() {
    try (Stream<Path> all = Files.list(directory)) {
      return (int) all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

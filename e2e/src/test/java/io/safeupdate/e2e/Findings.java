package io.safeupdate.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found of which cell, kept in a file, a line each; the last line of a cell counts. */
final class Findings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<Cell, Finding> found = new LinkedHashMap<>();

  Findings(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      read().forEach(finding -> found.put(finding.cell(), finding));
    }
  }

  private List<Finding> read() {
    try {
      return Files.readAllLines(file).stream().map(Findings::finding).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding finding(String line) {
    try {
      return JSON.readValue(line, Finding.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(Finding finding) {
    found.put(finding.cell(), finding);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          JSON.writeValueAsString(finding) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Finding> of(Cell cell) {
    return Optional.ofNullable(found.get(cell));
  }
}

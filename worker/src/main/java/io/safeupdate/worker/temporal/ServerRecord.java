package io.safeupdate.worker.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A Temporal server of this host, as {@code server.json} keeps it.
 *
 * @param pid its process
 * @param startTime when that process started, because pids come again
 * @param address {@code host:port} of its API
 * @param uiUrl its Web UI, where it has one
 */
record ServerRecord(long pid, Instant startTime, String address, Optional<String> uiUrl) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The record; empty when there is none, or what is there is none. */
  static Optional<ServerRecord> read(Path file) {
    try {
      return Optional.of(from(JSON.readTree(file.toFile())));
    } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static ServerRecord from(JsonNode json) {
    return new ServerRecord(
        json.required("pid").asLong(),
        Instant.parse(json.required("startTime").asText()),
        json.required("address").asText(),
        Optional.ofNullable(json.get("uiUrl")).map(JsonNode::asText));
  }

  /** Writes the record: readers see the one before or this one, never half of it. */
  void write(Path file) {
    ObjectNode json = JSON.createObjectNode();
    json.put("pid", pid).put("startTime", startTime.toString()).put("address", address);
    uiUrl.ifPresent(url -> json.put("uiUrl", url));
    try {
      Path half = Files.createTempFile(file.getParent(), "server", ".json");
      Files.writeString(half, json.toPrettyString() + "\n");
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + file, failure);
    }
  }
}

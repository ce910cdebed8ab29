package io.safeupdate.activities.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JSON document in a file of its own. Unknown fields are read over: an older release may read.
 */
public final class JsonFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path path;

  public JsonFile(Path path) {
    this.path = path;
  }

  /** Writes documents as one line each. */
  static ObjectMapper lines() {
    return MAPPER.copy().disable(SerializationFeature.INDENT_OUTPUT);
  }

  public Path path() {
    return path;
  }

  /** The document; empty when there is none. */
  public <T> Optional<T> read(Class<T> type) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      T document = MAPPER.readValue(path.toFile(), type);
      return Optional.of(Optional.ofNullable(document).orElseThrow(() -> damaged("it is empty")));
    } catch (JsonProcessingException e) {
      throw damaged(e.getOriginalMessage());
    } catch (IOException e) {
      throw damaged(e.getMessage());
    }
  }

  private StepFailure damaged(String how) {
    return new StepFailure(
        FailureType.PRECONDITION_FAILED,
        "%s cannot be read: %s. Bring it back from a copy of the state directory, or move it away."
            .formatted(path, Shown.line(how)));
  }

  /** Replaces the document: afterwards it is on the disk, whole. */
  public void write(Object document) {
    try {
      Durable.write(path, MAPPER.writeValueAsBytes(document));
    } catch (IOException e) {
      throw Durable.failure(path, e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw Durable.failure(path, e);
    }
  }
}

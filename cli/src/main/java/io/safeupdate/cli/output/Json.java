package io.safeupdate.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.regex.Pattern;

/** Documents as JSON: what is absent is null, times are RFC 3339. */
final class Json {
  private static final Pattern CONTROLS = Pattern.compile("[\u007f-\u009f]");

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  String pretty(Object document) {
    try {
      return escaped(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + document.getClass() + " as JSON", e);
    }
  }

  /** On one line, for a document that others may follow. */
  String line(Object document) {
    try {
      return escaped(mapper.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + document.getClass() + " as JSON", e);
    }
  }

  /** Jackson leaves controls beyond ASCII as they are; to a terminal they are commands too. */
  private static String escaped(String json) {
    return CONTROLS
        .matcher(json)
        .replaceAll(hit -> "\\\\u%04x".formatted((int) hit.group().charAt(0)));
  }
}

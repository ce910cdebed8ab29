package io.safeupdate.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Says what is wrong with a body, in the words of who wrote it. */
final class JsonProblems {
  private JsonProblems() {}

  static Problem of(JsonProcessingException wrong) {
    return Problem.of(ProblemType.INVALID_REQUEST, detail(wrong))
        .withRemedy("/api/v1/openapi.json says what bodies have.");
  }

  private static String detail(JsonProcessingException wrong) {
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return unknown(unknown);
    }
    if (wrong instanceof InvalidFormatException || wrong instanceof ValueInstantiationException) {
      return field((JsonMappingException) wrong) + " has a value that it cannot have." + why(wrong);
    }
    return wrong instanceof MismatchedInputException mismatched
        ? field(mismatched) + " is of another kind than it must be."
        : "The body is not JSON" + place(wrong) + ".";
  }

  private static String unknown(UnrecognizedPropertyException unknown) {
    String known =
        unknown.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
    return field(unknown)
        + " is unknown here"
        + (known.isEmpty() ? ": nothing is to be said." : "; known are: " + known + ".");
  }

  /** What the words of our own enumerations say. */
  private static String why(JsonProcessingException wrong) {
    return wrong.getCause() instanceof IllegalArgumentException words
        ? " " + words.getMessage() + "."
        : "";
  }

  private static String field(JsonMappingException wrong) {
    String path =
        wrong.getPath().stream()
            .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "The body" : "\"" + path + "\"";
  }

  private static String place(JsonProcessingException wrong) {
    return wrong.getLocation() == null
        ? ""
        : ", at line %d, column %d"
            .formatted(wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr());
  }
}

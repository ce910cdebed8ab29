package io.safeupdate.api.console;

import io.safeupdate.api.console.frame.Visit;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.function.Function;

/** What somebody typed into a form. */
record Fields(MultivaluedMap<String, String> values) {

  /** A text without the blanks around it; empty: nothing was typed. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.getFirst(name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  /** A text that the form always brings along. */
  String required(String name) {
    return text(name)
        .orElseThrow(() -> new BadRequestException("The form brought no `" + name + "` along."));
  }

  /** Whether a box was checked; empty: it was not. */
  Optional<Boolean> check(String name) {
    return text(name).map(Boolean::valueOf).filter(it -> it);
  }

  /** One of a list of words. */
  <A> Optional<A> choice(String name, Function<String, A> words) {
    try {
      return text(name).map(words);
    } catch (IllegalArgumentException unknown) {
      throw new BadRequestException("`" + name + "`: " + unknown.getMessage(), unknown);
    }
  }

  /** By which a form that was sent twice is known. */
  Optional<String> key() {
    return text(Visit.KEY);
  }
}

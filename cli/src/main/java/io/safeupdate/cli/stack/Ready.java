package io.safeupdate.cli.stack;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.terminal.Style;
import io.safeupdate.cli.text.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are, once they all work.
 *
 * @param services URLs by name; in JSON keys of the document itself
 */
record Ready(
    boolean ready,
    String host,
    String temporal,
    Optional<String> temporalUi,
    @JsonAnyGetter Map<String, String> services) {

  static Ready of(Backend backend, List<UpService> started) {
    Map<String, String> urls = new LinkedHashMap<>();
    started.forEach(service -> urls.put(service.name(), service.url().toString()));
    return new Ready(
        true, backend.config().host(), backend.temporalAddress(), backend.temporalUi(), urls);
  }

  Answer answer() {
    return Answer.done(this, this::text);
  }

  private String text(Style style) {
    Table table = new Table(style, "");
    table.row("Temporal", temporal);
    temporalUi.ifPresent(url -> table.row("Temporal UI", url));
    services.forEach((name, url) -> table.row(name, url));
    return table + "ready\n";
  }
}

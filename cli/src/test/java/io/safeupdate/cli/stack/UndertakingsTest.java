package io.safeupdate.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndertakingsTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void the_last_opened_is_closed_first_and_one_that_fails_keeps_no_other_open() {
    Undertakings parts = new Undertakings();
    parts.add(() -> closed.add("lock"));
    parts.add(
        () -> {
          closed.add("server");
          throw new IllegalStateException("stuck");
        });
    parts.add(() -> closed.add("connection"));

    parts.close();
    parts.close();

    assertThat(closed).containsExactly("connection", "server", "lock");
  }
}

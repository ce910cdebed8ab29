package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.safeupdate.activities.database.Fingerprint.Migration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Migration FIRST = new Migration("shop", "0001_initial");
  private static final Migration SECOND = new Migration("shop", "0002_price");

  private final Fingerprint expected =
      fingerprint(Map.of("public.a", 3L, "public.b", 4L), Counts.EXACT, "hash", List.of(FIRST));

  @Test
  void the_same_content_is_no_difference_whatever_the_database_is_called() {
    Fingerprint found =
        new Fingerprint(
            "15.9", "other", 7, expected.tables(), Counts.EXACT, "hash", List.of(FIRST));

    assertThat(expected.difference(found)).isEmpty();
  }

  @Test
  void tells_rows_tables_and_migrations_that_differ() {
    Fingerprint found =
        fingerprint(Map.of("public.a", 2L, "public.c", 1L), Counts.EXACT, "other", List.of(SECOND));

    assertThat(expected.difference(found))
        .contains(
            "table public.a has 2 rows instead of 3; table public.b is missing;"
                + " table public.c is new; migration shop.0001_initial is not applied;"
                + " migration shop.0002_price is applied");
  }

  @Test
  void tells_that_the_schema_differs_where_nothing_else_does() {
    Fingerprint found = fingerprint(expected.tables(), Counts.EXACT, "other", List.of(FIRST));

    assertThat(expected.difference(found)).contains("columns, constraints or indexes differ");
  }

  @Test
  void does_not_compare_estimates() {
    Fingerprint found =
        fingerprint(
            Map.of("public.a", 0L, "public.b", 0L), Counts.ESTIMATED, "hash", List.of(FIRST));

    assertThat(expected.difference(found)).isEmpty();
    assertThat(found.difference(expected)).isEmpty();
  }

  @Test
  void tells_the_first_few_of_many() {
    Map<String, Long> many = new TreeMap<>();
    for (int i = 0; i < 9; i++) {
      many.put("public.t" + i, 1L);
    }
    Fingerprint full = fingerprint(many, Counts.EXACT, "hash", List.of());
    Fingerprint none = fingerprint(Map.of(), Counts.EXACT, "hash", List.of());

    assertThat(full.difference(none).orElseThrow()).endsWith("t4 is missing; and 4 more");
  }

  @Test
  void survives_json() throws Exception {
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readValue(json.writeValueAsString(expected), Fingerprint.class))
        .isEqualTo(expected);
  }

  private static Fingerprint fingerprint(
      Map<String, Long> tables, Counts counts, String hash, List<Migration> migrations) {
    return new Fingerprint("15.18", "shop", 1, new TreeMap<>(tables), counts, hash, migrations);
  }
}

package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a backup may hold that was made of a database in use. */
class CensusTest {
  @Test
  void a_table_that_nobody_wrote_to_has_exactly_its_rows() {
    Census before = census(Map.of("public.rows", 10L), Map.of("public.rows", 100L));
    Census after = census(Map.of("public.rows", 10L), Map.of("public.rows", 100L));

    assertThat(before.misfit(after, fingerprint(Map.of("public.rows", 10L)))).isEmpty();
    assertThat(before.misfit(after, fingerprint(Map.of("public.rows", 9L))))
        .hasValueSatisfying(
            how ->
                assertThat(how)
                    .contains("public.rows has 9 rows", "10 before the backup", "10 after"));
  }

  @Test
  void a_table_that_was_written_to_has_as_many_as_it_had_at_some_time() {
    Census before = census(Map.of("public.rows", 10L), Map.of("public.rows", 100L));
    Census after = census(Map.of("public.rows", 14L), Map.of("public.rows", 104L));

    assertThat(before.misfit(after, fingerprint(Map.of("public.rows", 12L)))).isEmpty();
    assertThat(before.misfit(after, fingerprint(Map.of("public.rows", 0L)))).isPresent();
  }

  @Test
  void rows_that_came_and_went_meanwhile_may_be_in_it() {
    Census before = census(Map.of("public.jobs", 0L), Map.of("public.jobs", 0L));
    Census after = census(Map.of("public.jobs", 0L), Map.of("public.jobs", 6L));

    assertThat(before.misfit(after, fingerprint(Map.of("public.jobs", 3L)))).isEmpty();
  }

  @Test
  void a_table_that_is_missing_is_never_a_fit() {
    Census before = census(Map.of("public.rows", 10L), Map.of());
    Census after = census(Map.of("public.rows", 99L), Map.of("public.rows", 1_000L));

    assertThat(before.misfit(after, fingerprint(Map.of())))
        .contains("table public.rows is missing");
  }

  private static Census census(Map<String, Long> rows, Map<String, Long> writes) {
    return new Census(fingerprint(rows), new TreeMap<>(writes));
  }

  private static Fingerprint fingerprint(Map<String, Long> rows) {
    return new Fingerprint(
        "15.18", "guestbook", 1, new TreeMap<>(rows), Counts.EXACT, "hash", List.of());
  }
}

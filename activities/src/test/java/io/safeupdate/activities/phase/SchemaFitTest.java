package io.safeupdate.activities.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.database.Counts;
import io.safeupdate.activities.database.Fingerprint;
import io.safeupdate.activities.database.Fingerprint.Migration;
import io.safeupdate.workflows.contract.RollbackPlan.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether code fits a database, and how the rows of two databases differ. */
class SchemaFitTest {

  @Test
  void a_schema_that_is_ahead_names_what_the_code_does_not_know() {
    assertThat(new SchemaFit(noting("0001"), noting("0001", "0002")).misfit())
        .contains("the schema is ahead of the code: shop.0002 would be unknown");
  }

  @Test
  void a_schema_that_is_behind_names_what_is_missing() {
    SchemaFit fit = new SchemaFit(noting("0001", "0002"), noting("0001"));

    assertThat(fit.misfit()).contains("the schema is behind the code: shop.0002 would be missing");
    assertThat(fit.mayMigrate()).isTrue();
  }

  @Test
  void the_same_migrations_fit_whatever_else_somebody_made_in_the_schema() {
    SchemaFit fit =
        new SchemaFit(
            fingerprint("one", Map.of(), Counts.EXACT, "0001"),
            fingerprint("other", Map.of(), Counts.EXACT, "0001"));

    assertThat(fit.misfit()).isEmpty();
    assertThat(fit.mayMigrate()).isFalse();
  }

  @Test
  void where_no_migrations_are_noted_the_schema_tells() {
    SchemaFit fit =
        new SchemaFit(
            fingerprint("one", Map.of(), Counts.EXACT),
            fingerprint("other", Map.of(), Counts.EXACT));

    assertThat(fit.misfit()).isPresent();
    assertThat(fit.mayMigrate()).isTrue();
  }

  @Test
  void rows_are_exact_only_where_both_were_counted() {
    Fingerprint now = fingerprint("x", Map.of("a", 5L, "b", 1L, "same", 7L), Counts.EXACT);
    Fingerprint then = fingerprint("x", Map.of("a", 3L, "c", 2L, "same", 7L), Counts.ESTIMATED);

    assertThat(RollbackOutlook.changes(now, then))
        .containsExactly(
            new TableRows("a", Optional.of(5L), Optional.of(3L), false),
            new TableRows("b", Optional.of(1L), Optional.empty(), false),
            new TableRows("c", Optional.empty(), Optional.of(2L), false));
  }

  private static Fingerprint noting(String... migrations) {
    return fingerprint("schema", Map.of(), Counts.EXACT, migrations);
  }

  private static Fingerprint fingerprint(
      String schema, Map<String, Long> tables, Counts counts, String... migrations) {
    List<Migration> noted =
        Arrays.stream(migrations).map(name -> new Migration("shop", name)).toList();
    return new Fingerprint("15.18", "shop", 1, new TreeMap<>(tables), counts, schema, noted);
  }
}

package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.database.Fingerprint.Migration;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a database holds. */
@Tag("engine")
class FingerprintEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  /** Everything that comes back from a dump in other words than it went in. */
  private static final String SCHEMA =
      """
      CREATE SCHEMA "odd. ""schema";
      CREATE TYPE public.mood AS ENUM ('glad', 'sad');
      CREATE TABLE item (
        id serial PRIMARY KEY,
        gone int,
        state varchar(20) DEFAULT 'new' CHECK (state IN ('new', 'old', 'it''s')),
        price numeric(10,2) NOT NULL DEFAULT 0.50,
        tags varchar(5)[] DEFAULT ARRAY['a', 'b']::varchar(5)[],
        mood public.mood DEFAULT 'glad',
        made timestamp(3) with time zone DEFAULT now(),
        twice numeric GENERATED ALWAYS AS (price * 2) STORED,
        CONSTRAINT dear CHECK (price < 1000 OR state IN ('new', 'old')));
      ALTER TABLE item DROP COLUMN gone;
      CREATE INDEX item_open ON item (lower(state)) WHERE state IN ('new', 'old');
      CREATE TABLE "odd. ""schema"."it's a %I table" (item int REFERENCES item);
      CREATE TABLE part (id int, day date) PARTITION BY RANGE (day);
      CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE VIEW new_items AS SELECT id, state FROM item WHERE state IN ('new', 'old');
      CREATE TEMPORARY TABLE unseen (id int);
      INSERT INTO item SELECT FROM generate_series(1, 3);
      INSERT INTO part VALUES (1, '2026-02-03'), (2, '2026-03-04');
      CREATE TABLE django_migrations (id serial, app varchar(255), name varchar(255));
      INSERT INTO django_migrations (app, name)
        VALUES ('shop', '0001_initial'), ('auth', '0001_initial');
      """;

  private final Postgres postgres = SERVER.postgres();

  @BeforeEach
  void given_a_database() {
    SERVER.sql("postgres", "CREATE DATABASE shop");
    SERVER.sql("shop", SCHEMA);
  }

  @AfterEach
  void drop_it() {
    SERVER.sql("postgres", "DROP DATABASE IF EXISTS shop; DROP DATABASE IF EXISTS other");
  }

  @Test
  void holds_rows_migrations_and_identity() {
    Fingerprint found = postgres.fingerprint("shop", Counts.EXACT);

    assertThat(found.tables())
        .containsEntry("public.item", 3L)
        .containsEntry("\"odd. \"\"schema\".\"it's a %I table\"", 0L)
        .containsEntry("public.part_1", 2L)
        .containsEntry("public.django_migrations", 2L)
        .hasSize(4);
    assertThat(found.migrations())
        .containsExactly(
            new Migration("shop", "0001_initial"), new Migration("auth", "0001_initial"));
    assertThat(found.counts()).isEqualTo(Counts.EXACT);
    assertThat(found.oid()).isEqualTo(postgres.databases().get("shop"));
    assertThat(found.serverVersion()).startsWith("15.");
    assertThat(found.schemaHash()).hasSize(32);
  }

  @Test
  void an_estimate_says_that_it_is_one() {
    SERVER.sql("shop", "ANALYZE");

    Fingerprint found = postgres.fingerprint("shop", Counts.ESTIMATED);

    assertThat(found.counts()).isEqualTo(Counts.ESTIMATED);
    assertThat(found.tables()).containsEntry("public.item", 3L);
  }

  @Test
  void takes_an_estimate_where_counting_would_take_too_long() {
    // Big enough that it cannot be counted in a millisecond.
    SERVER.sql("shop", "CREATE TABLE big AS SELECT generate_series(1, 300000) AS id; ANALYZE");
    Limits hasty = new Limits(Duration.ofMillis(1), Duration.ofMinutes(1));
    Postgres hurried = new Postgres(SERVER.shell(), Access.OF_THE_CONTAINER, hasty);

    assertThat(hurried.fingerprint("shop", Counts.EXACT).counts()).isEqualTo(Counts.ESTIMATED);
    assertThat(hurried.moreRows("shop", "shop").note()).get().asString().contains("not counted");
  }

  @Test
  void a_dump_and_its_restore_make_no_difference() {
    Fingerprint before = postgres.fingerprint("shop", Counts.EXACT);

    SERVER.sql("postgres", "CREATE DATABASE other TEMPLATE template0");
    SERVER.sh(
        java.util.Map.of("PGUSER", Server.USER),
        "pg_dump shop | psql -X -q -v ON_ERROR_STOP=1 -d other >/dev/null");

    Fingerprint after = postgres.fingerprint("other", Counts.EXACT);
    assertThat(before.difference(after)).isEmpty();
    assertThat(after.schemaHash()).isEqualTo(before.schemaHash());
  }

  @Test
  void sees_each_change_of_the_schema() {
    assertThat(changed("ALTER TABLE item ADD note text")).isTrue();
    assertThat(changed("ALTER TABLE item ALTER tags TYPE varchar(9)[]")).isTrue();
    assertThat(changed("ALTER TABLE item ALTER price SET DEFAULT 0.75")).isTrue();
    assertThat(changed("ALTER TABLE item ALTER state SET NOT NULL")).isTrue();
    assertThat(changed("ALTER TABLE item DROP CONSTRAINT dear")).isTrue();
    assertThat(changed("DROP INDEX item_open")).isTrue();
    assertThat(changed("CREATE INDEX ON item (price)")).isTrue();
    assertThat(changed("INSERT INTO item DEFAULT VALUES")).isFalse();
  }

  @Test
  void reads_more_tables_and_migrations_than_one_answer_holds() {
    String name = "a_table_with_a_name_as_long_as_postgresql_allows_it_to_be_%04d";
    String tables =
        IntStream.range(0, 700)
            .mapToObj(i -> "CREATE TABLE " + name.formatted(i) + " AS SELECT " + i + " AS id;")
            .collect(Collectors.joining("\n"));
    SERVER.sql("shop", tables);
    SERVER.sql(
        "shop",
        "INSERT INTO django_migrations (app, name)"
            + " SELECT 'app', lpad(i::text, 200, '0') FROM generate_series(1, 900) AS i");

    Fingerprint found = postgres.fingerprint("shop", Counts.EXACT);

    assertThat(found.tables()).hasSize(704).containsEntry("public." + name.formatted(699), 1L);
    assertThat(found.migrations()).hasSize(902).doesNotHaveDuplicates();
  }

  @Test
  void counts_the_rows_that_an_abandoned_database_has_more() {
    SERVER.sql("postgres", "CREATE DATABASE other TEMPLATE shop");
    SERVER.sql("shop", "INSERT INTO item SELECT FROM generate_series(1, 2)");
    SERVER.sql("shop", "CREATE TABLE fresh AS SELECT 1 AS id");
    SERVER.sql("shop", "DELETE FROM part");

    MoreRows more = postgres.moreRows("shop", "other");

    assertThat(more.tables())
        .containsOnly(
            org.assertj.core.api.Assertions.entry("public.item", 2L),
            org.assertj.core.api.Assertions.entry("public.fresh", 1L));
    assertThat(more.note()).isEmpty();
  }

  @Test
  void a_database_without_anything_has_a_fingerprint() {
    Fingerprint found = postgres.fingerprint(Server.LIVE, Counts.EXACT);

    assertThat(found.tables()).isEmpty();
    assertThat(found.migrations()).isEmpty();
    assertThat(found.database()).isEqualTo(Server.LIVE);
  }

  private boolean changed(String statement) {
    String before = postgres.fingerprint("shop", Counts.ESTIMATED).schemaHash();
    SERVER.sql("shop", statement);
    return !postgres.fingerprint("shop", Counts.ESTIMATED).schemaHash().equals(before);
  }
}

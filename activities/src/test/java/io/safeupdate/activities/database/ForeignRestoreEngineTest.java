package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of another server, whose roles nobody here knows. */
@Tag("engine")
@Timeout(120)
class ForeignRestoreEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private static final String RESTORED = new DatabaseNames("abc123").restore();
  private static final String FORMER = "shop \"prod\" TO, 'x'";
  private static final String HERE = "app st";

  private static final String ROLES = "SELECT string_agg(rolname, '|' ORDER BY 1) FROM pg_roles";

  /** What looks like a statement, in a row and in a function. */
  private static final String SHOP =
      """
      CREATE TYPE mood AS ENUM ('good', 'bad');
      CREATE DOMAIN name AS text;
      CREATE TABLE item (id serial PRIMARY KEY, text text, mood mood DEFAULT 'good', name name);
      INSERT INTO item (text) VALUES
        ('ALTER TABLE item OWNER TO nobody1;'), (E'a\\nGRANT ALL ON item TO ghost;\\n\\\\.\\n'),
        ('$$'), (E'it''s\\n-- PostgreSQL database dump\\nREVOKE ALL ON item FROM ghost2;');
      CREATE VIEW good AS SELECT * FROM item WHERE mood = 'good';
      CREATE FUNCTION speak() RETURNS text LANGUAGE sql AS $body$
      SELECT 'x
      ALTER TABLE item OWNER TO phantom;
      GRANT SELECT ON item TO phantom;
      ' $body$;
      CREATE SCHEMA other CREATE TABLE part (id int);
      SELECT lo_from_bytea(0, 'large object');
      CREATE POLICY p ON item FOR SELECT TO reader, "re ader" USING (true);
      GRANT SELECT ON item TO reader WITH GRANT OPTION;
      GRANT SELECT (id) ON item TO "re ader";
      GRANT USAGE ON SCHEMA other TO reader;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader;
      """;

  private static final String CONTENT =
      "SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM item t;"
          + " SELECT md5(prosrc) FROM pg_proc WHERE proname = 'speak';"
          + " SELECT mood FROM good LIMIT 1; SELECT nextval('item_id_seq') > 4";

  /** Owners of all that is no part of the server itself. */
  private static final String OWNERS =
      """
      SELECT DISTINCT pg_get_userbyid(owner) FROM (
        SELECT oid, relowner AS owner FROM pg_class UNION ALL SELECT oid, proowner FROM pg_proc
        UNION ALL SELECT oid, typowner FROM pg_type
        UNION ALL SELECT oid, nspowner FROM pg_namespace
        UNION ALL SELECT oid, lomowner FROM pg_largeobject_metadata) AS o WHERE oid >= 16384
      """;

  private static String content;
  private static String ownContent;
  private static String roles;

  private final Postgres postgres = SERVER.postgres();
  private final BackupFiles files = new BackupFiles(postgres, "/backups");
  private final Restores restores = new Restores(postgres, files, Progress.NONE);

  @BeforeAll
  static void given_dumps_of_roles_that_are_gone_and_a_live_database_of_another() {
    String former = Sql.identifier(FORMER);
    SERVER.sql(
        "postgres",
        "CREATE ROLE %s LOGIN; CREATE ROLE reader; CREATE ROLE \"re ader\"; CREATE ROLE \"%s\" LOGIN CREATEDB"
            .formatted(former, HERE));
    SERVER.sql("postgres", "CREATE DATABASE shop OWNER " + former);
    SERVER.sql("postgres", "CREATE DATABASE own");
    SERVER.sql("shop", "GRANT ALL ON SCHEMA public TO PUBLIC");
    SERVER.sqlAs(FORMER, "shop", SHOP);
    SERVER.sql("own", SHOP);
    content = SERVER.sql("shop", CONTENT);
    ownContent = SERVER.sql("own", CONTENT);
    sh("pg_dump shop | gzip >/backups/plain.sql.gz; pg_dump -Fc shop >/backups/custom");
    sh("pg_dump --inserts shop >/backups/inserts.sql; pg_dump own >/backups/own.sql");
    sh("sed 's/^CREATE VIEW/CREATE WRONG/' /backups/inserts.sql >/backups/wrong.sql");
    SERVER.sql("postgres", "DROP DATABASE shop");
    SERVER.sql("postgres", "DROP DATABASE own");
    SERVER.sql(
        "postgres", "DROP ROLE %s; DROP ROLE reader; DROP ROLE \"re ader\"".formatted(former));
    SERVER.sql(Server.LIVE, "CREATE TABLE item (id int); ALTER TABLE item OWNER TO \"app st\"");
    roles = SERVER.sql("postgres", ROLES);
  }

  @AfterEach
  void no_role_came_or_went() {
    SERVER.sql("postgres", "DROP DATABASE IF EXISTS " + RESTORED + " WITH (FORCE)");
    assertThat(SERVER.sql("postgres", ROLES)).isEqualTo(roles);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.sql.gz", "custom", "inserts.sql"})
  void all_belongs_to_the_owner_here_and_every_row_is_as_it_was(String backup) {
    restores.restoreForeign(backup, RESTORED, "step", FORMER);

    assertThat(SERVER.sql(RESTORED, OWNERS)).isEqualTo(HERE);
    assertThat(SERVER.sql(RESTORED, CONTENT)).isEqualTo(content);
  }

  @Test
  void the_owner_here_may_read_and_write_what_was_restored() {
    restores.restoreForeign("plain.sql.gz", RESTORED, "step", FORMER);

    assertThat(
            SERVER.sqlAs(
                HERE,
                RESTORED,
                "INSERT INTO item (text) VALUES ('new'); SELECT count(*) FROM item;"
                    + " ALTER TABLE item ADD more int"))
        .isEqualTo("5");
  }

  @Test
  void what_belonged_to_a_role_that_is_here_too_is_handed_over() {
    SERVER.sql("postgres", "CREATE DATABASE others");

    restores.restoreForeign("own.sql", RESTORED, "step", Server.USER);

    assertThat(SERVER.sql(RESTORED, OWNERS)).isEqualTo(HERE);
    assertThat(SERVER.sql(RESTORED, CONTENT)).isEqualTo(ownContent);
    assertThat(
            SERVER.sql(
                "postgres",
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'others';"
                    + " DROP DATABASE others"))
        .isEqualTo(Server.USER);
  }

  @Test
  void a_restore_that_fails_leaves_no_role() {
    assertThatThrownBy(() -> restores.restoreForeign("wrong.sql", RESTORED, "step", FORMER))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining("syntax error")
        .extracting(it -> ((StepFailure) it).type())
        .isEqualTo(FailureType.BACKUP_INVALID);
  }

  @Test
  void a_user_that_may_make_no_roles_is_told_which_are_missing() {
    Postgres unprivileged =
        new Postgres(SERVER.shell(), new Access(Optional.empty(), Optional.of(HERE)));
    SERVER.sql(
        "postgres", "ALTER DATABASE " + Sql.identifier(Server.LIVE) + " OWNER TO \"app st\"");

    assertThatThrownBy(
            () ->
                new Restores(unprivileged, new BackupFiles(unprivileged, "/backups"), Progress.NONE)
                    .restoreForeign("plain.sql.gz", RESTORED, "step", FORMER))
        .isInstanceOf(StepFailure.class)
        .hasMessageContaining(FORMER)
        .hasMessageContaining("CREATEROLE");
    SERVER.sql(
        "postgres",
        "ALTER DATABASE %s OWNER TO %s"
            .formatted(Sql.identifier(Server.LIVE), Sql.identifier(Server.USER)));
  }

  private static void sh(String script) {
    SERVER.sh(Map.of("PGUSER", Server.USER), script);
  }
}

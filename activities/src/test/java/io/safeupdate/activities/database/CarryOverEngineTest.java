package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.process.Progress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What belongs to a database without being in it goes where the database goes. */
@Tag("engine")
class CarryOverEngineTest {
  @RegisterExtension static final Server SERVER = new Server();

  private static final DatabaseNames NAMES = new DatabaseNames("abc123");
  private static final String LIVE = Sql.identifier(Server.LIVE);

  @BeforeAll
  static void given_a_live_database_with_settings_privileges_and_a_comment() {
    SERVER.sql(
        "postgres",
        """
        CREATE ROLE app LOGIN;
        CREATE ROLE "read'er ""x" LOGIN;
        CREATE ROLE granter;
        ALTER DATABASE %1$s OWNER TO app;
        ALTER DATABASE %1$s SET search_path = "$user", "odd, ""schema", public;
        ALTER DATABASE %1$s SET my.setting = 'it''s, "quoted" \\ = %%';
        ALTER DATABASE %1$s SET timezone = 'Europe/Berlin';
        ALTER DATABASE %1$s SET default_transaction_read_only = on;
        ALTER DATABASE %1$s SET local_preload_libraries = '';
        ALTER ROLE "read'er ""x" IN DATABASE %1$s SET statement_timeout = '3s';
        ALTER ROLE "read'er ""x" IN DATABASE %1$s SET search_path = '';
        REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
        GRANT CONNECT ON DATABASE %1$s TO "read'er ""x";
        GRANT TEMPORARY ON DATABASE %1$s TO granter WITH GRANT OPTION;
        ALTER DATABASE %1$s CONNECTION LIMIT 37;
        COMMENT ON DATABASE %1$s IS E'the shop''s data\\nin two lines';
        """
            .formatted(LIVE));
    SERVER.postgres().copy(NAMES.snapshot(), "step", Progress.NONE);
    SERVER.postgres().create(NAMES.restore(), "step");
  }

  @Test
  void settings_are_those_of_the_live_database() {
    assertThat(settings(Server.LIVE)).contains("odd, ", "statement_timeout=3s");
    assertThat(settings(NAMES.snapshot())).isEqualTo(settings(Server.LIVE));
    assertThat(settings(NAMES.restore())).isEqualTo(settings(Server.LIVE));
  }

  @Test
  void privileges_are_those_of_the_live_database() {
    assertThat(privileges(Server.LIVE)).contains("read'er").doesNotContain("PUBLIC");
    assertThat(privileges(NAMES.snapshot())).isEqualTo(privileges(Server.LIVE));
    assertThat(privileges(NAMES.restore())).isEqualTo(privileges(Server.LIVE));
  }

  @Test
  void owner_limit_and_encoding_are_those_of_the_live_database() {
    assertThat(facts(Server.LIVE)).isEqualTo("app|37|6|C.UTF-8|C.UTF-8|c|pg_default");
    assertThat(facts(NAMES.snapshot())).isEqualTo(facts(Server.LIVE));
    assertThat(facts(NAMES.restore())).isEqualTo(facts(Server.LIVE));
  }

  @Test
  void locale_and_tablespace_are_those_of_the_live_database() {
    SERVER.sh(Map.of(), "mkdir -p /tmp/space && chown postgres /tmp/space");
    SERVER.sql("postgres", "CREATE TABLESPACE \"other space\" LOCATION '/tmp/space'");
    SERVER.sql(
        "postgres",
        "CREATE DATABASE german TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de-x-icu'"
            + " ENCODING 'UTF8' TABLESPACE \"other space\"");
    Access access = new Access(Optional.of("german"), Optional.empty());

    new Postgres(SERVER.shell(), access).create("su_restore_german", "step");

    assertThat(facts("german")).contains("|i|other space");
    assertThat(facts("su_restore_german")).isEqualTo(facts("german"));
    assertThat(about("su_restore_german", "SELECT daticulocale FROM d")).isEqualTo("de-x-icu");
  }

  @Test
  void the_comment_follows_the_mark() {
    assertThat(about(NAMES.snapshot(), "SELECT comment FROM d"))
        .isEqualTo("safe-update: complete step\nthe shop's data\nin two lines");
  }

  private static String settings(String database) {
    return about(
        database,
        """
        SELECT setrole::regrole, setconfig
          FROM d JOIN pg_db_role_setting s ON s.setdatabase = d.oid ORDER BY 1
        """);
  }

  private static String privileges(String database) {
    return about(
        database,
        """
        SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
               privilege_type, is_grantable
          FROM (SELECT (aclexplode(datacl)).* FROM d) AS acl ORDER BY 1, 2
        """);
  }

  private static String facts(String database) {
    return about(
        database,
        """
        SELECT datdba::regrole, datconnlimit, encoding, datcollate, datctype, datlocprovider,
               (SELECT spcname FROM pg_tablespace t WHERE t.oid = dattablespace) FROM d
        """);
  }

  /** Asks a question about {@code d}, the database's row in the catalogue. */
  private static String about(String database, String question) {
    return SERVER.sql(
        "postgres",
        "WITH d AS (SELECT *, shobj_description(oid, 'pg_database') AS comment FROM pg_database"
            + " WHERE datname = %s) %s".formatted(Sql.literal(database), question));
  }
}

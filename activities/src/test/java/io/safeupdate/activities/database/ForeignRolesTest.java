package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignRolesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OWNER TO shop; | [shop]",
        "OWNER TO \"sh\"\"op; x\"; | [sh\"op; x]",
        "TO reader WITH GRANT OPTION; | [reader]",
        "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s GRANT SELECT ON TABLES TO \"b c\"; | [a, b c]",
        "CREATE POLICY p ON public.item FOR SELECT TO a, \"b\" USING (true); | [a, b]",
        "SET SESSION AUTHORIZATION 'it''s'; | [it's]",
        "TO PUBLIC; | []",
        "TO \"public\"; | []",
        "TO pg_read_all_data; | []",
        "TO CURRENT_USER; | []",
      })
  void finds_the_roles_in(String statement, String roles) {
    assertThat(ForeignRoles.named(statement)).hasToString(roles);
  }

  @Test
  void takes_no_name_that_the_server_would_cut() {
    assertThat(ForeignRoles.named("TO " + "x".repeat(64) + "; TO " + "y".repeat(63)))
        .containsExactly("y".repeat(63));
  }
}

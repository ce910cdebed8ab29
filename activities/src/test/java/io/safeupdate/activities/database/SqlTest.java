package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTest {

  @Test
  void identifiers_double_their_quotes() {
    assertThat(Sql.identifier("plain")).isEqualTo("\"plain\"");
    assertThat(Sql.identifier("a\"; DROP DATABASE x; --"))
        .isEqualTo("\"a\"\"; DROP DATABASE x; --\"");
  }

  @Test
  void literals_double_their_quotes_and_backslashes() {
    assertThat(Sql.literal("it's")).isEqualTo("'it''s'");
    assertThat(Sql.literal("\\' OR 1=1")).isEqualTo(" E'\\\\'' OR 1=1'");
  }

  @Test
  void values_are_variables_ahead_of_the_text() {
    String script = Sql.of("SELECT :'b';").with("b", "it's\n\\ \r").with("a", 7).script();

    assertThat(script).isEqualTo("\\set a '7'\n\\set b 'it\\'s\\n\\\\ \\r'\nSELECT :'b';\n");
  }
}

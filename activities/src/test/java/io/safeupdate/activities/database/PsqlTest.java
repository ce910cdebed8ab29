package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PsqlTest {
  private final List<Map<String, String>> environments = new ArrayList<>();

  @Test
  void reads_rows_of_any_text() {
    Psql psql = answering(0, "safe-update\0a\nb|\0\0c\0d\0", "");

    assertThat(psql.rows("shop", Sql.of("SELECT"), 2))
        .containsExactly(List.of("a\nb|", ""), List.of("c", "d"));
  }

  @Test
  void an_answer_whose_beginning_was_cut_off_is_no_answer() {
    assertFails(answering(0, "e-update\0a\0", ""), FailureType.DATABASE_FAILED, "beginning");
    assertFails(answering(0, "safe-update\0a\0", ""), FailureType.DATABASE_FAILED, "beginning");
  }

  @Test
  void tries_again_while_a_database_is_in_use() {
    Psql psql = answering(3, "", "psql:<stdin>:4: ERROR:  55006: database is being accessed");

    assertThatThrownBy(() -> psql.deed(Sql.NOTHING, Sql.NOTHING, Limits.QUESTION))
        .hasMessageContaining("database is being accessed");

    assertThat(environments).hasSizeGreaterThan(1);
  }

  @Test
  void names_and_statements_are_no_arguments() {
    Shell shell =
        (argv, environment, limit) -> {
          assertThat(String.join(" ", argv)).doesNotContain("shop's", "SELECT 42");
          assertThat(environment).containsEntry("SU_TARGET", "shop's");
          assertThat(environment.get("SU_SQL")).contains("SELECT 42");
          return new ExecResult(0, "safe-update\0", "");
        };

    new Psql(shell, Access.OF_THE_CONTAINER).rows("shop's", Sql.of("SELECT 42"), 1);
  }

  @Test
  void understands_what_the_server_complains_of_in_any_language() {
    assertFails(
        answering(3, "", "psql:<stdin>:1: FEHLER:  53100: kein Platz"),
        FailureType.DISK_FULL,
        "no room");
    assertFails(
        answering(3, "", "ERROR:  could not extend file: No space left on device"),
        FailureType.DISK_FULL,
        "no room");
    assertFails(
        answering(3, "", "psql:<stdin>:1: FEHLER:  57014: storniert"),
        FailureType.TIMED_OUT,
        "storniert");
    assertFails(
        answering(2, "", "psql: error: connection refused"),
        FailureType.DATABASE_FAILED,
        "Start the database service");
    assertFails(
        answering(127, "", "sh: psql: not found"),
        FailureType.PRECONDITION_FAILED,
        "database.service");
  }

  @Test
  void tells_no_rows_of_the_application() {
    String complaint =
        """
        psql:<stdin>:9: ERROR:  23505: duplicate key value violates unique constraint "x"
        DETAIL:  Key (email)=(jane@example.org) already exists.
        CONTEXT:  COPY people, line 3: "jane@example.org"
        """;

    assertThatThrownBy(() -> ask(answering(3, "", complaint)))
        .hasMessage(
            "The database server refused: duplicate key value violates unique constraint \"x\".");
  }

  private Psql answering(int exitCode, String stdout, String stderr) {
    Shell shell =
        (argv, environment, limit) -> {
          environments.add(environment);
          return new ExecResult(exitCode, stdout, stderr);
        };
    return new Psql(shell, Access.OF_THE_CONTAINER);
  }

  private static void ask(Psql psql) {
    psql.rows("shop", Sql.of("SELECT"), 2);
  }

  private static void assertFails(Psql psql, FailureType type, String message) {
    assertThatThrownBy(() -> ask(psql))
        .isInstanceOfSatisfying(StepFailure.class, e -> assertThat(e.type()).isEqualTo(type))
        .hasMessageContaining(message);
  }
}

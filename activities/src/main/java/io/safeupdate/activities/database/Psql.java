package io.safeupdate.activities.database;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions and deeds for the server, by psql in the container. */
final class Psql {
  /** Stands for a database that is not the live one; every server has one. */
  static final String MAINTENANCE = "";

  /** Rows in one answer: what a shell hands back is cut to its last 64 KiB. */
  private static final int PAGE = 100;

  /** The first field of every answer: missing when the beginning was cut off. */
  private static final String BEGINNING = "safe-update";

  private static final Script QUESTION =
      new Script(
          """
          session
          if [ -n "$SU_TARGET" ]; then export PGDATABASE="$SU_TARGET"; else maintenance; fi
          ask "$SU_SQL"
          """);

  /** The second part runs whatever became of the first, even if nobody waits for it any more. */
  private static final Script DEED =
      new Script(
          """
          session
          maintenance
          ask "$SU_SQL"
          result=$?
          ask "$SU_ENSURE" || exit
          exit $result
          """);

  /** A database that is still in use: the server itself waits 5 s each time. */
  private static final int ATTEMPTS = 4;

  private final Shell shell;
  private final Access access;

  Psql(Shell shell, Access access) {
    this.shell = shell;
    this.access = access;
  }

  /** The rows of an answer that is known to be short. */
  List<List<String>> rows(String database, Sql question, int columns) {
    return rows(database, question, columns, Limits.QUESTION);
  }

  /** All rows of a question that takes its part by {@code OFFSET :skip LIMIT :page}. */
  List<List<String>> pages(String database, Sql question, int columns) {
    return pages(database, question, columns, Limits.QUESTION);
  }

  List<List<String>> pages(String database, Sql question, int columns, Duration limit) {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> page;
    do {
      Sql part = question.with("skip", all.size()).with("page", PAGE);
      page = rows(database, part, columns, limit);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  /** Runs a deed on the maintenance database, and afterwards in any case what must be so. */
  void deed(Sql deed, Sql ensure, Duration limit) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SU_SQL", deed.script());
    environment.put("SU_ENSURE", ensure.script());
    environment.put("SU_TIMEOUT", Long.toString(limit.toMillis()));
    ExecResult result = run(DEED, environment, limit);
    for (int i = 1; i < ATTEMPTS && ServerFailure.inUse(result); i++) {
      result = run(DEED, environment, limit);
    }
    succeeded(result);
  }

  /** Runs a script with the server's credentials at hand; its exit code is for the caller. */
  ExecResult run(Script script, Map<String, String> environment, Duration limit) {
    Map<String, String> all = new HashMap<>(access.environment());
    all.putAll(environment);
    try {
      return shell.run(script.argv(), all, limit.plusSeconds(15));
    } catch (StepFailure e) {
      throw e.type() == FailureType.PRECONDITION_FAILED ? ServerFailure.stopped(e) : e;
    }
  }

  List<List<String>> rows(String database, Sql question, int columns, Duration limit) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SU_TARGET", database);
    environment.put("SU_SQL", "SELECT '" + BEGINNING + "';\n" + question.script());
    environment.put("SU_TIMEOUT", Long.toString(limit.toMillis()));
    return parse(succeeded(run(QUESTION, environment, limit)).stdout(), columns);
  }

  private static List<List<String>> parse(String answer, int columns) {
    List<String> fields = List.of(answer.split("\0", -1));
    if (!fields.get(0).equals(BEGINNING) || (fields.size() - 2) % columns != 0) {
      throw new StepFailure(
          FailureType.DATABASE_FAILED, "The beginning of an answer of psql is missing.");
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i + columns < fields.size(); i += columns) {
      rows.add(fields.subList(i, i + columns));
    }
    return rows;
  }

  private static ExecResult succeeded(ExecResult result) {
    if (!result.succeeded()) {
      throw ServerFailure.of(result);
    }
    return result;
  }
}

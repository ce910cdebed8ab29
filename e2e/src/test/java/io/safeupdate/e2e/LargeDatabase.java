package io.safeupdate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Backup, restore, update and rollback of an application with a large database and a client that
 * comes back as soon as it is thrown out. {@code bin/test --large} runs it, and prints how long
 * each phase took.
 */
final class LargeDatabase implements AutoCloseable {
  private static final String NAME = "large";
  private static final int BYTES_PER_ROW = 168;
  private static final String PATIENT = "update: {stepTimeout: PT2H}";

  private final GuestBook book;
  private final Host host;
  private final long rows;
  private final List<String> problems = new ArrayList<>();

  private LargeDatabase(Path directory, long mebibytes) {
    book = GuestBook.started(directory.resolve("app"), "su-large");
    host = new Host(directory.resolve("host")).with(NAME, book, PATIENT).up();
    rows = (mebibytes << 20) / BYTES_PER_ROW;
  }

  /**
   * Runs it; exits with 1 when something is not as it should be.
   *
   * @param arguments a directory, and how many MiB the database shall have
   */
  public static void main(String... arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    Path place = Files.createTempDirectory(directory, "large-");
    List<String> problems;
    try (LargeDatabase large = new LargeDatabase(place, Long.parseLong(arguments[1]))) {
      large.run();
      problems = large.problems;
    }
    problems.forEach(problem -> say("WRONG: %s", problem));
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  private void run() {
    fill();
    book.post("first");
    String backup = done("DONE", "backup", NAME, "--trial-restore").text("/made");
    book.post("second");
    done("DONE", "restore", NAME, backup);
    expect("rows after the restore", List.of("first"), book.rows());
    book.publish("v2-migration");
    done("UPDATED", "update", NAME);
    book.post("third");
    done("DONE", "rollback", NAME, "--yes");
    expect("version after the rollback", "1", book.version());
    expect("rows after the rollback", List.of("first"), book.rows());
    expect("ballast", String.valueOf(rows), book.sql("select count(*) from ballast"));
  }

  private void fill() {
    book.sql(
        "create table ballast as select n, md5(n::text) || md5((-n)::text) || md5((n * 7)::text)"
            + " || md5((n * 13)::text) as text from generate_series(1, "
            + rows
            + ") n");
    say("database: %s", book.sql("select pg_size_pretty(pg_database_size(current_database()))"));
    Run.of(
            book.checkout(),
            "docker",
            "exec",
            "-d",
            "su-large-postgres-1",
            "sh",
            "-c",
            "while :; do psql -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\" -Xqc 'select pg_sleep(60)';"
                + " done >/dev/null 2>&1")
        .orFail();
  }

  /** Runs a command that must end like that, and tells how long its phases took. */
  private Host.Answer done(String outcome, String... command) {
    String[] all = Arrays.copyOf(command, command.length + 1);
    all[command.length] = "--json";
    Host.Answer answer = Host.answer(host.run(all));
    String words = String.join(" ", command);
    answer
        .json()
        .at("/phases")
        .forEach(
            phase ->
                say(
                    "%s: %-14s %7.1f s  %s",
                    words,
                    phase.path("name").asText(),
                    phase.path("seconds").asDouble(),
                    phase.path("summary").asText()));
    say("%s: pause of %.1f s", words, answer.json().at("/downtimeSeconds").asDouble());
    expect("outcome of " + words, outcome, answer.outcome());
    return answer;
  }

  private void expect(String what, Object wanted, Object found) {
    if (!Objects.equals(wanted, found)) {
      problems.add("%s: %s instead of %s".formatted(what, found, wanted));
    }
  }

  private static void say(String format, Object... values) {
    System.out.println("large: " + String.format(Locale.ROOT, format, values));
  }

  @Override
  public void close() {
    host.close();
    book.close();
  }
}

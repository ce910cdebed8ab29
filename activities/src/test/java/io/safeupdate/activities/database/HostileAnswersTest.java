package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.docker.Engine.ExecResult;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FileName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a database container answers: it is read or refused, and never a defect. */
class HostileAnswersTest {

  @Property
  void rows_are_read_or_refused(@ForAll("answers") String answer) {
    Psql psql = new Psql(saying(answer), Access.OF_THE_CONTAINER);

    readOrRefused(() -> psql.rows("shop", Sql.of("SELECT"), 2));
  }

  @Property
  void rows_come_back_as_they_are(@ForAll("fields") List<String> fields) {
    String answer =
        "safe-update\0" + String.join("", fields.stream().map(it -> it + "\0").toList());
    Psql psql = new Psql(saying(answer), Access.OF_THE_CONTAINER);

    assertThat(psql.rows("shop", Sql.of("SELECT"), 1))
        .containsExactlyElementsOf(fields.stream().map(List::of).toList());
  }

  @Property
  void lists_of_backups_are_read_or_refused(@ForAll("answers") String answer) {
    BackupFiles files =
        new BackupFiles(new Postgres(saying(answer), Access.OF_THE_CONTAINER), "/backups");

    readOrRefused(() -> assertThat(files.list()).allMatch(it -> FileName.isUsable(it.name())));
  }

  @Property
  void what_is_found_in_a_backup_is_read_or_refused(@ForAll("answers") String answer) {
    BackupFiles files =
        new BackupFiles(new Postgres(saying(answer), Access.OF_THE_CONTAINER), "/backups");

    readOrRefused(() -> files.verify("backup.sql.gz"));
  }

  @Property
  void a_usable_name_stays_in_its_directory(@ForAll("names") String name) {
    if (FileName.isUsable(name)) {
      assertThat(name).doesNotContain("/", "\0", "\n").doesNotStartWith("-").doesNotStartWith(".");
    }
  }

  @Property
  void a_database_that_is_set_aside_keeps_a_name_that_tells_whose_it_is(
      @ForAll("names") String live, @ForAll("tags") String tag) {
    String name = new DatabaseNames(tag).abandoned(live);

    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
    assertThat(DatabaseNames.isAbandoned(name, live)).isTrue();
    assertThat(DatabaseNames.areOurs(name)).isFalse();
  }

  @Provide
  Arbitrary<String> answers() {
    Arbitrary<String> field =
        Arbitraries.of(
            "safe-update",
            "9 1700000000 7",
            "9",
            "x y z",
            "",
            "more",
            "end",
            "-rf",
            "a\nb",
            "bytes=9\nsha256=x",
            "bytes=999\nread=0\ntrailer=1\nlines=1\nconnect=0\n");
    Arbitrary<String> list =
        field.list().ofMaxSize(6).map(it -> "safe-update\0" + String.join("\0", it) + "\0end\0");
    return Arbitraries.oneOf(list, field, Arbitraries.strings().ofMaxLength(40));
  }

  @Provide
  Arbitrary<List<String>> fields() {
    return Arbitraries.strings().withChars("ab'\"\\\n|ü ").ofMaxLength(10).list().ofMaxSize(9);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("ab./-\n\0'\"$ ü_").ofMinLength(1).ofMaxLength(90);
  }

  @Provide
  Arbitrary<String> tags() {
    return Combinators.combine(
            Arbitraries.strings().withChars("0123456789abcdef").ofLength(12),
            Arbitraries.of("", "x"))
        .as(String::concat);
  }

  private static Shell saying(String stdout) {
    return (argv, environment, limit) -> new ExecResult(0, stdout, "");
  }

  private static void readOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (StepFailure refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}

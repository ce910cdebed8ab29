package io.safeupdate.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.transfer.BackupExport;
import io.safeupdate.activities.transfer.BackupExport.Exported;
import io.safeupdate.activities.transfer.BackupImport;
import io.safeupdate.activities.transfer.ExportRoots;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that leave the backup directory and come back. */
@Tag("engine")
@Timeout(120)
class BackupTransferEngineTest {
  @RegisterExtension static final Server SERVER = new Server().with("-v", "/copies");

  private static final String AWKWARD = "it's a \"backup\" $HOME %20 * ü.sql.gz";

  @TempDir Path root;

  private final Postgres postgres = SERVER.postgres();
  private final BackupFiles files = new BackupFiles(postgres, "/copies");
  private final List<String> said = new ArrayList<>();
  private final Map<String, String> recorded = new HashMap<>();

  @BeforeAll
  static void given_a_database_with_many_rows() {
    SERVER.sql("postgres", "CREATE DATABASE shop");
    SERVER.sql("shop", "CREATE TABLE item AS SELECT md5(i::text) FROM generate_series(1, 20000) i");
  }

  @BeforeEach
  void given_two_backups() {
    sh("rm -rf /copies/* /copies/.[!.]*; pg_dump shop | gzip >/copies/a.sql.gz");
    sh("cp -p /copies/a.sql.gz \"/copies/$AWKWARD\"; chown 70:71 /copies/*; chmod 640 /copies/*");
  }

  @Test
  void exports_all_with_a_list_that_sha256sum_agrees_to() throws IOException {
    List<Exported> exported = export("new/exports");

    assertThat(exported).extracting(Exported::name).containsExactly("a.sql.gz", AWKWARD);
    assertThat(exported).extracting(Exported::skipped).containsOnly(false);
    assertThat(exported.get(0).sha256()).isEqualTo(files.sha256("a.sql.gz"));
    Path directory = root.resolve("new/exports");
    assertThat(names(directory)).containsExactly("SHA256SUMS", "a.sql.gz", AWKWARD);
    assertThat(verified(directory)).contains("a.sql.gz: OK", AWKWARD + ": OK");
    assertThat(Files.getLastModifiedTime(directory.resolve("a.sql.gz")).toInstant())
        .isEqualTo(files.find("a.sql.gz").orElseThrow().modified());
    assertThat(said).anyMatch(message -> message.startsWith("2 of 2: it's a"));
  }

  @Test
  void skips_what_is_there_and_notes_it_though_nobody_had() throws IOException {
    export("exports");
    Files.delete(root.resolve("exports/SHA256SUMS"));
    Files.delete(root.resolve("exports/" + AWKWARD));

    List<Exported> again = export("exports");

    assertThat(again).extracting(Exported::skipped).containsExactly(true, false);
    assertThat(verified(root.resolve("exports"))).contains("a.sql.gz: OK", AWKWARD + ": OK");
  }

  @Test
  void leaves_another_file_of_the_same_name_alone() throws IOException {
    Path other = Files.createDirectories(root.resolve("exports")).resolve("a.sql.gz");
    long size = files.find("a.sql.gz").orElseThrow().bytes();
    Files.write(other, new byte[(int) size]);

    assertRefused(() -> export("exports"), "is there already with another content");

    assertThat(other).hasBinaryContent(new byte[(int) size]);
    assertThat(names(other.getParent())).containsExactly("a.sql.gz");
  }

  @Test
  void leaves_a_link_of_the_same_name_alone() throws IOException {
    Path link = Files.createDirectories(root.resolve("exports")).resolve("a.sql.gz");
    Path victim = Files.writeString(root.resolve("victim"), "mine");
    Files.createSymbolicLink(link, victim);

    assertRefused(() -> export("exports"), "is there already with another content");

    assertThat(victim).hasContent("mine");
  }

  @Test
  void keeps_what_others_noted_in_the_list() throws IOException {
    Path list = Files.createDirectories(root.resolve("exports")).resolve("SHA256SUMS");
    String hash = "0".repeat(64);
    String escaped = "\\" + hash + "  odd\\nname\\\\";
    Files.writeString(list, hash + " *zebra\n" + escaped + "\n# a remark\n");

    export("exports");

    assertThat(Files.readAllLines(list))
        .hasSize(5)
        .containsSubsequence("# a remark", files.sha256("a.sql.gz") + "  a.sql.gz")
        .contains(hash + " *zebra", escaped);
  }

  @Test
  void makes_anew_what_a_failed_attempt_had_begun() throws IOException {
    assertThatThrownBy(this::dieHalfWay).hasMessage("killed");

    assertThat(names(root.resolve("exports"))).isEmpty();
    export("exports");
    assertThat(verified(root.resolve("exports"))).contains("a.sql.gz: OK");
    assertThat(hidden(root.resolve("exports"))).isEmpty();
  }

  @Test
  void drops_a_hidden_file_of_a_process_that_was_killed() throws IOException {
    export("exports");
    Files.delete(root.resolve("exports/a.sql.gz"));
    String partial = ".safe-update-" + hash("shop").substring(0, 16) + "-" + hash("a.sql.gz");
    Files.writeString(root.resolve("exports").resolve(partial), "half");

    export("exports");

    assertThat(hidden(root.resolve("exports"))).isEmpty();
    assertThat(verified(root.resolve("exports"))).contains("a.sql.gz: OK");
  }

  @Test
  void drops_all_that_was_half_written_for_a_deployment() throws IOException {
    export("exports");
    String partial = ".safe-update-" + hash("shop").substring(0, 16) + "-" + hash("a.sql.gz");
    Files.writeString(root.resolve("exports").resolve(partial), "half");
    Files.writeString(root.resolve("exports/.safe-update-0000000000000000-a"), "another's");

    BackupExport.dropUnfinished(root.resolve("exports"), "shop");

    assertThat(hidden(root.resolve("exports"))).containsExactly(".safe-update-0000000000000000-a");
    assertThat(verified(root.resolve("exports"))).contains("a.sql.gz: OK");
  }

  @Test
  void leaves_out_a_name_that_nobody_can_write_down() {
    sh("echo x >'/copies/new\nline'");

    assertThat(files.unusable()).containsExactly("new\nline");
    assertThat(export("exports")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc", "ROOT/../elsewhere", "ROOT/link", "ROOT/link/new", "relative"})
  void writes_nothing_outside_of_the_export_roots(String wanted) throws IOException {
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    Path inside = Files.createDirectories(root.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link"), elsewhere);
    ExportRoots roots = new ExportRoots(List.of(inside));

    Throwable thrown =
        catchThrowable(() -> roots.directory(wanted.replace("ROOT", inside.toString())));

    assertThat(thrown)
        .isInstanceOfSatisfying(
            StepFailure.class,
            e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED));
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void reads_nothing_outside_of_the_export_roots() throws IOException {
    Path secret = Files.writeString(root.resolve("secret.sql"), "secret");
    Path inside = Files.createDirectories(root.resolve("inside"));
    Path link = Files.createSymbolicLink(inside.resolve("link.sql"), secret);
    ExportRoots roots = new ExportRoots(List.of(inside));

    assertRefused(() -> roots.file(secret.toString()), "exportRoots");
    assertRefused(() -> roots.file(link.toString()), "exportRoots");
    assertRefused(() -> new ExportRoots(List.of()).file(secret.toString()), "exportRoots");
    assertRefused(() -> roots.file(inside.toString()), "exportRoots|is not a file");
  }

  @Test
  void imports_what_was_exported_with_owner_and_mode_of_its_neighbours() {
    export("exports");
    sh("rm \"/copies/$AWKWARD\"");

    BackupImport.Imported imported = importing("exports/" + AWKWARD);

    assertThat(imported.skipped()).isFalse();
    assertThat(imported.check().sha256()).isEqualTo(files.sha256("a.sql.gz"));
    assertThat(files.verify(AWKWARD).sha256()).isEqualTo(imported.check().sha256());
    assertThat(sh("stat -c '%u %g %a' \"/copies/$AWKWARD\"")).isEqualTo("70 71 640");
    assertThat(sh("ls -A /copies")).doesNotContain(Incoming.STAGING);
  }

  @Test
  void imports_into_an_empty_directory() {
    export("exports");
    sh("rm /copies/*");

    importing("exports/a.sql.gz");

    assertThat(files.verify("a.sql.gz").compressed()).isTrue();
  }

  @Test
  void importing_again_finds_the_file_there() {
    export("exports");

    assertThat(importing("exports/a.sql.gz").skipped()).isTrue();
  }

  @Test
  void importing_leaves_another_file_of_the_same_name_alone() {
    export("exports");
    sh("pg_dump --schema-only shop | gzip >/copies/a.sql.gz");
    String before = files.sha256("a.sql.gz");

    assertRefused(() -> importing("exports/a.sql.gz"), "with another content");

    assertThat(files.sha256("a.sql.gz")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"head -c 5000", "cat; echo more", "tr a-m n-z"})
  void refuses_what_is_no_whole_backup_and_leaves_nothing(String damage) throws IOException {
    export("exports");
    Path bad = root.resolve("exports/bad.sql.gz");
    Command.output(
        "sh",
        "-c",
        "{ %s; } <\"$0\" >\"$1\"".formatted(damage),
        root.resolve("exports/a.sql.gz").toString(),
        bad.toString());
    Files.writeString(bad, "no gzip", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> importing("exports/bad.sql.gz"))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BACKUP_INVALID))
        .hasMessageContaining("Backup bad.sql.gz")
        .hasMessageContaining("Nothing was imported");

    assertThat(sh("ls -A /copies")).doesNotContain("bad").doesNotContain(Incoming.STAGING);
  }

  @Test
  void imports_after_an_attempt_that_was_killed_half_way() {
    export("exports");
    sh("rm /copies/*; mkdir /copies/" + Incoming.STAGING);
    sh("echo half >/copies/%s/a.sql.gz".formatted(Incoming.STAGING));

    importing("exports/a.sql.gz");

    assertThat(sh("ls -A /copies")).isEqualTo("a.sql.gz");
  }

  @Test
  void an_import_that_is_cancelled_leaves_nothing() {
    export("exports");
    sh("rm /copies/*");
    BackupImport cancelled =
        new BackupImport(Server.engine(), SERVER.container(), postgres, files, roots());

    Throwable thrown =
        catchThrowable(
            () ->
                cancelled.run(
                    root.resolve("exports/a.sql.gz").toString(),
                    message -> Thread.currentThread().interrupt()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isInstanceOf(CancellationException.class);
    assertThat(sh("ls -A /copies")).isEmpty();
  }

  @Test
  void a_backup_whose_content_changed_since_it_was_verified_is_not_exported() {
    recorded.put("a.sql.gz", files.sha256("a.sql.gz"));
    sh("printf x | dd of=/copies/a.sql.gz bs=1 seek=200 conv=notrunc");

    assertThatThrownBy(() -> export("exports"))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.BACKUP_INVALID))
        .hasMessageContaining("a.sql.gz is not the file any more that was verified");
    assertThat(root.resolve("exports/a.sql.gz")).doesNotExist();
  }

  @Test
  void says_how_far_a_large_export_is() throws IOException {
    sh("head -c 300000000 /dev/urandom >/copies/large");

    export("exports");

    assertThat(said)
        .filteredOn(message -> message.contains("large"))
        .anyMatch(message -> message.matches("3 of 3: large, \\S+ MB of 300 MB, \\S+ [MG]B/s"));
    Files.delete(root.resolve("exports/large"));
  }

  private void dieHalfWay() {
    new BackupExport(
            Server.engine(),
            SERVER.container(),
            files,
            roots(),
            target("exports"),
            "shop",
            recorded)
        .run(
            files.list(),
            message -> {
              throw new IllegalStateException("killed");
            });
  }

  private List<Exported> export(String directory) {
    return new BackupExport(
            Server.engine(),
            SERVER.container(),
            files,
            roots(),
            target(directory),
            "shop",
            recorded)
        .run(files.list(), said::add);
  }

  private BackupImport.Imported importing(String file) {
    return new BackupImport(Server.engine(), SERVER.container(), postgres, files, roots())
        .run(target(file), Progress.NONE);
  }

  private ExportRoots roots() {
    return new ExportRoots(List.of(root));
  }

  private String target(String path) {
    return root.resolve(path).toString();
  }

  private static void assertRefused(ThrowingCallable deed, String why) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.PRECONDITION_FAILED))
        .message()
        .containsPattern(why);
  }

  private static String verified(Path directory) {
    return Command.output(
        "sh",
        "-c",
        "cd \"$0\" && LC_ALL=C.UTF-8 sha256sum --strict -c SHA256SUMS",
        directory.toString());
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static List<String> hidden(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  private static String hash(String text) {
    return Command.output("sh", "-c", "printf %s \"$0\" | sha256sum", text).substring(0, 64);
  }

  private static String sh(String script) {
    return SERVER.sh(Map.of("PGUSER", Server.USER, "LC_ALL", "C", "AWKWARD", AWKWARD), script);
  }
}

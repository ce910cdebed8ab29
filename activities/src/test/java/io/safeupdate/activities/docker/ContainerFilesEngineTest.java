package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("engine")
@Timeout(120)
class ContainerFilesEngineTest {
  private static final String ODD = "it's \"$HOME\" %20 ünd & more?#";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MANY = 400L << 20;

  @TempDir private static Path directory;

  private static Sandbox sandbox;
  private static Engine engine;

  @BeforeAll
  static void open() {
    sandbox = new Sandbox(directory);
    engine = sandbox.engine;
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void puts_files_in_and_takes_them_out_of_a_container_that_never_ran() {
    String id = created();

    engine.write(id, "/srv", tar -> givenTree(Tar.to(tar)));

    assertThat(engine.read(id, "/srv/" + ODD, ContainerFilesEngineTest::contents))
        .containsEntry(ODD + "/", "")
        .containsEntry(ODD + "/a.txt", "alpha")
        .containsEntry(ODD + "/" + "long".repeat(40), "beta");
  }

  @Test
  void keeps_owner_and_mode_and_time() {
    String id = created();

    engine.write(id, "/srv", tar -> givenTree(Tar.to(tar)));

    TarArchiveEntry found =
        engine.read(id, "/srv/%s/a.txt".formatted(ODD), tar -> Tar.from(tar).getNextEntry());
    assertThat(found.getLongUserId()).isEqualTo(3_000_000);
    assertThat(found.getLongGroupId()).isEqualTo(1234);
    assertThat(found.getMode() & 0777).isEqualTo(0640);
    assertThat(found.getLastModifiedDate().toInstant())
        .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void leaves_the_rest_of_a_large_file_where_it_is() {
    String id = running("head -c %d /dev/zero >/large; sleep 600".formatted(MANY));
    awaitSize(id);
    long began = System.nanoTime();

    byte[] head = engine.read(id, "/large", tar -> tar.readNBytes(1024));

    assertThat(head).hasSize(1024);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(engine.container(id)).map(Container::isRunning).contains(true);
  }

  @Test
  void stops_reading_when_its_thread_is_interrupted() {
    String id = runningWithVolume();

    Throwable thrown =
        catchThrowable(
            () ->
                engine.read(
                    id,
                    "/data/sub/large",
                    tar -> {
                      Thread.currentThread().interrupt();
                      return tar.transferTo(OutputStream.nullOutputStream());
                    }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isInstanceOf(CancellationException.class);
    assertThat(engine.container(id)).isPresent();
    assertThat(standIns(id)).isEmpty();
  }

  @Test
  void stops_writing_when_its_thread_is_interrupted() {
    String id = created();

    Throwable thrown =
        catchThrowable(
            () ->
                engine.write(
                    id,
                    "/srv",
                    stream -> {
                      TarArchiveOutputStream tar = Tar.to(stream);
                      put(tar, "large", MANY);
                      Thread.currentThread().interrupt();
                      zeros(tar, MANY);
                    }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isInstanceOf(CancellationException.class);
    assertThat(engine.container(id)).isPresent();
  }

  @Test
  void writes_more_than_fits_into_memory_at_once() {
    String id = created();

    engine.write(
        id,
        "/srv",
        stream -> {
          try (TarArchiveOutputStream tar = Tar.to(stream)) {
            put(tar, "large", MANY);
            zeros(tar, MANY);
            tar.closeArchiveEntry();
          }
        });

    long size = engine.read(id, "/srv/large", tar -> Tar.from(tar).getNextEntry().getSize());
    assertThat(size).isEqualTo(MANY);
  }

  @Test
  void leaves_a_running_container_to_be_asked_while_its_volume_is_copied() {
    String id = runningWithVolume();

    Engine.ExecResult meanwhile =
        engine.read(
            id,
            "/data/sub/large",
            tar -> {
              tar.readNBytes(1024);
              return engine.exec(id, List.of("cat", "/data/word"), Map.of(), MINUTE);
            });

    assertThat(meanwhile.stdout()).isEqualTo("said\n");
    assertThat(standIns(id)).isEmpty();
  }

  @Test
  void writes_to_the_volume_of_a_running_container() {
    String id = runningWithVolume();

    engine.write(id, "/data/sub", tar -> givenTree(Tar.to(tar)));

    Engine.ExecResult seen =
        engine.exec(id, List.of("cat", "/data/sub/" + ODD + "/a.txt"), Map.of(), MINUTE);
    assertThat(seen.stdout()).isEqualTo("alpha");
    assertThat(standIns(id)).isEmpty();
    assertThat(engine.container(id)).map(Container::isRunning).contains(true);
  }

  @Test
  void follows_a_link_that_leads_out_of_a_volume() {
    String id = runningWithVolume();
    engine.exec(id, List.of("sh", "-c", "mkdir /own; echo x >/own/f"), Map.of(), MINUTE);
    engine.exec(id, List.of("ln", "-s", "/own", "/data/link"), Map.of(), MINUTE);

    assertThat(engine.read(id, "/data/link/f", ContainerFilesEngineTest::contents))
        .containsEntry("f", "x\n");
  }

  @Test
  void removes_the_stand_in_that_a_killed_process_left() {
    String id = runningWithVolume();
    String process = "io.safeupdate.stand-in-of-process=999999999@1";
    sandbox.docker("create", "--label", process, Sandbox.BASE, "true");

    engine.read(id, "/data/word", ContainerFilesEngineTest::contents);

    String left = sandbox.docker("ps", "-aq", "--filter", "label=" + process);
    assertThat(left).isEmpty();
  }

  @Test
  void names_what_is_not_there() {
    String id = created();

    StepFailure path = failureOf(() -> engine.read(id, "/no/such", tar -> 0));
    StepFailure container = failureOf(() -> engine.read("no-such", "/srv", tar -> 0));
    StepFailure target =
        failureOf(() -> engine.write(id, "/no/such", tar -> givenTree(Tar.to(tar))));

    assertThat(path.type()).isEqualTo(FailureType.PRECONDITION_FAILED);
    assertThat(path).hasMessageContaining("/no/such").hasMessageContaining(id);
    assertThat(container.type()).isEqualTo(FailureType.PRECONDITION_FAILED);
    assertThat(container).hasMessageContaining("No such container: no-such");
    assertThat(target.type()).isEqualTo(FailureType.PRECONDITION_FAILED);
    assertThat(target).hasMessageContaining("/no/such");
  }

  @Test
  void says_that_the_disk_of_the_container_is_full() {
    String id = withVolumeOfOneMegabyte();

    StepFailure failure =
        failureOf(
            () ->
                engine.write(
                    id,
                    "/small",
                    stream -> {
                      TarArchiveOutputStream tar = Tar.to(stream);
                      put(tar, "large", MANY);
                      zeros(tar, MANY);
                    }));

    assertThat(failure.type()).isEqualTo(FailureType.DISK_FULL);
    assertThat(failure).hasMessageContaining("/small").hasMessageContaining("no space left");
  }

  @Test
  void passes_on_what_a_writer_throws_and_does_not_pretend_that_the_tar_is_whole() {
    String id = created();
    StepFailure own = new StepFailure(FailureType.BACKUP_INVALID, "not whole");

    Throwable thrown =
        catchThrowable(
            () ->
                engine.write(
                    id,
                    "/srv",
                    stream -> {
                      put(Tar.to(stream), "large", MANY);
                      throw own;
                    }));

    assertThat(thrown).isSameAs(own);
    assertThat(engine.container(id)).isPresent();
  }

  private static void givenTree(TarArchiveOutputStream tar) throws IOException {
    try (tar) {
      tar.putArchiveEntry(new TarArchiveEntry(ODD + "/"));
      tar.closeArchiveEntry();
      file(tar, ODD + "/a.txt", "alpha");
      file(tar, ODD + "/" + "long".repeat(40), "beta");
    }
  }

  private static void file(TarArchiveOutputStream tar, String name, String text)
      throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    put(tar, name, content.length);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static void put(TarArchiveOutputStream tar, String name, long size) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(0100640);
    entry.setIds(3_000_000, 1234);
    entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    tar.putArchiveEntry(entry);
  }

  private static void zeros(TarArchiveOutputStream tar, long count) throws IOException {
    byte[] block = new byte[1 << 20];
    for (long written = 0; written < count; written += block.length) {
      tar.write(block);
    }
  }

  private static Map<String, String> contents(InputStream stream) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    TarArchiveInputStream tar = Tar.from(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      contents.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
    }
    return contents;
  }

  private static String created() {
    return sandbox.docker("create", "--label", label(), Sandbox.BASE, "true");
  }

  private static String running(String script) {
    return sandbox.docker("run", "-d", "--label", label(), Sandbox.BASE, "sh", "-c", script);
  }

  private static String withVolumeOfOneMegabyte() {
    String volume = sandbox.name + "-small";
    sandbox.docker(
        "volume", "create", "-o", "type=tmpfs", "-o", "device=tmpfs", "-o", "o=size=1m", volume);
    String mount = volume + ":/small";
    return sandbox.docker(
        "run", "-d", "--label", label(), "-v", mount, Sandbox.BASE, "sleep", "600");
  }

  private static String runningWithVolume() {
    String script =
        "mkdir -p /data/sub; head -c %d /dev/zero >/data/sub/large; echo said >/data/word; sleep 600"
            .formatted(MANY);
    String volume = "%s-%x:/data".formatted(sandbox.name, System.nanoTime());
    String id =
        sandbox.docker(
            "run", "-d", "--label", label(), "-v", volume, Sandbox.BASE, "sh", "-c", script);
    String wait = "until [ -e /data/word ]; do sleep 0.1; done";
    engine.exec(id, List.of("sh", "-c", wait), Map.of(), MINUTE);
    return id;
  }

  /** Those with a volume of this container: tests that run beside these make some of their own. */
  private static String standIns(String id) {
    String volumes = "{{range .Mounts}}{{if .Name}}--filter volume={{.Name}} {{end}}{{end}}";
    List<String> question = new ArrayList<>(List.of("ps", "-aq"));
    question.addAll(List.of("--filter", "label=io.safeupdate.stand-in-of-process"));
    question.addAll(List.of(sandbox.docker("inspect", "-f", volumes, id).split(" ")));
    return sandbox.docker(question.toArray(String[]::new));
  }

  private static void awaitSize(String id) {
    engine.exec(
        id,
        List.of(
            "sh", "-c", "until [ \"$(stat -c %s /large)\" = " + MANY + " ]; do sleep 0.1; done"),
        Map.of(),
        Duration.ofMinutes(1));
  }

  private static String label() {
    return ContainerReader.PROJECT + "=" + sandbox.name;
  }

  private static StepFailure failureOf(Runnable deed) {
    return catchThrowableOfType(StepFailure.class, deed::run);
  }
}

package io.safeupdate.activities.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.activities.tree.TreeCopy.Difference;
import io.safeupdate.activities.tree.TreeCopy.PutBack;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCopyTest {
  private static final FileTime ODD_TIME =
      FileTime.from(Instant.ofEpochSecond(1_600_000_000L, 123_456_789L));

  @TempDir Path directory;
  private Path tree;
  private Path aside;
  private TreeCopy copy;

  @BeforeEach
  void givenATree() throws IOException {
    tree = Files.createDirectory(directory.resolve("tree"));
    aside = directory.resolve("kept/put-aside");
    copy = new TreeCopy(tree, directory.resolve("copy"));
    write("file", "content");
    write("sub/deep/er", "deeper");
  }

  @Test
  void is_the_same_in_all_that_can_be_told() throws IOException {
    given_one_of_each();

    Copied copied = make();

    assertThat(Snapshot.of(directory.resolve("copy"))).isEqualTo(Snapshot.of(tree));
    assertThat(copy.compare(Scope.ALL, 10, Progress.NONE)).isEmpty();
    assertThat(copied)
        .returns(2L, Copied::links)
        .returns(List.of(), Copied::skipped)
        .returns(TreeSize.of(tree, Scope.ALL).bytes() - 4, Copied::bytes);
  }

  @Test
  void keeps_hard_links_together() throws IOException {
    given_one_of_each();

    make();

    assertThat(directory.resolve("copy/hard-1"))
        .satisfies(one -> assertThat(Files.isSameFile(one, path("hard-1"))).isFalse())
        .satisfies(
            one -> assertThat(Files.isSameFile(one, directory.resolve("copy/hard-2"))).isTrue());
  }

  @Test
  void names_what_no_copy_can_hold() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path("pipe").toString()).start().waitFor()).isZero();

    assertThat(make().skipped())
        .containsExactly(new Copied.Skipped(Path.of("pipe"), "a socket, pipe or device", false));
  }

  @Test
  void leaves_out_what_is_out_of_scope_with_all_below_it() {
    write("data/base/1", "database");

    copy.copy(new Scope(List.of(Path.of("data"))), Progress.NONE);

    assertThat(directory.resolve("copy/data")).doesNotExist();
    assertThat(directory.resolve("copy/sub/deep/er")).hasContent("deeper");
  }

  @Test
  void puts_back_what_was_changed_and_keeps_the_change() throws IOException {
    given_one_of_each();
    make();
    Map<String, String> before = Snapshot.of(tree);
    write("file", "changed");
    write("empty-directory/new", "new");
    write("new/below", "new too");
    Files.delete(path("sub/deep/er"));
    Files.delete(path("dangling"));
    Files.createSymbolicLink(path("dangling"), Path.of("elsewhere"));
    Files.setPosixFilePermissions(path("program"), PosixFilePermissions.fromString("rw-rw-rw-"));

    PutBack done = putBack();

    assertThat(Snapshot.of(tree)).isEqualTo(before);
    assertThat(done.putAside()).isEqualTo(4);
    assertThat(aside.resolve("file")).hasContent("changed");
    assertThat(aside.resolve("empty-directory/new")).hasContent("new");
    assertThat(aside.resolve("new/below")).hasContent("new too");
    assertThat(Files.readSymbolicLink(aside.resolve("dangling"))).isEqualTo(Path.of("elsewhere"));
  }

  @Test
  void puts_back_what_became_something_else() throws IOException {
    make();
    Map<String, String> before = Snapshot.of(tree);
    Files.delete(path("file"));
    write("file/inside", "a directory now");
    TreeRemoval.delete(path("sub"));
    write("sub", "a file now");

    putBack();

    assertThat(Snapshot.of(tree)).isEqualTo(before);
    assertThat(aside.resolve("file/inside")).hasContent("a directory now");
    assertThat(aside.resolve("sub")).hasContent("a file now");
  }

  @Test
  void puts_a_whole_tree_back_that_is_gone() throws IOException {
    given_one_of_each();
    make();
    Map<String, String> before = Snapshot.of(tree);
    TreeRemoval.delete(tree);

    putBack();

    assertThat(Snapshot.of(tree)).isEqualTo(before);
    assertThat(Files.isSameFile(path("hard-1"), path("hard-2"))).isTrue();
  }

  @Test
  void parts_what_was_linked_since_and_links_what_was_parted() throws IOException {
    given_one_of_each();
    write("other", "same");
    touch(path("other"));
    make();
    Map<String, String> before = Snapshot.of(tree);
    Files.delete(path("hard-2"));
    write("hard-2", "hard");
    Files.delete(path("other"));
    Files.createLink(path("other"), path("same"));

    putBack();

    assertThat(Snapshot.of(tree)).isEqualTo(before);
    assertThat(Files.isSameFile(path("hard-1"), path("hard-2"))).isTrue();
    assertThat(Files.isSameFile(path("other"), path("same"))).isFalse();
  }

  @Test
  void finds_a_change_that_kept_size_and_time() throws IOException {
    make();
    FileTime time = Files.getLastModifiedTime(path("file"));
    write("file", "CONTENT");
    Files.setLastModifiedTime(path("file"), time);

    assertThat(copy.compare(Scope.ALL, 10, Progress.NONE))
        .containsExactly(new Difference(Path.of("file"), "content"));
    putBack();

    assertThat(path("file")).hasContent("content");
  }

  @Test
  void touches_nothing_that_is_as_it_was() throws IOException {
    make();
    Object file = Files.readAttributes(path("file"), "unix:ino,ctime");

    PutBack done = putBack();

    assertThat(done).isEqualTo(new PutBack(0, 0, 0));
    assertThat(Files.readAttributes(path("file"), "unix:ino,ctime")).isEqualTo(file);
    assertThat(aside).doesNotExist();
  }

  @Test
  void leaves_what_is_out_of_scope_as_it_is_and_so_what_it_lies_in() {
    Scope scope = new Scope(List.of(Path.of("media"), Path.of("var/data")));
    write("media/old", "old");
    make();
    write("media/old", "newer");
    write("media/upload", "upload");
    write("var/data/1", "database");
    write("var/log", "log");

    copy.putBack(scope, aside, Progress.NONE);

    assertThat(path("media/old")).hasContent("newer");
    assertThat(path("media/upload")).hasContent("upload");
    assertThat(path("var/data/1")).hasContent("database");
    assertThat(path("var/log")).doesNotExist();
    assertThat(aside.resolve("var/log")).hasContent("log");
  }

  @Test
  void touches_nothing_where_all_of_it_is_out_of_scope() throws IOException {
    make();
    write("new", "new");
    touch(tree);

    PutBack done = copy.putBack(new Scope(List.of(Path.of(""))), aside, Progress.NONE);

    assertThat(done).isEqualTo(new PutBack(0, 0, 0));
    assertThat(path("new")).hasContent("new");
    assertThat(Files.getLastModifiedTime(tree)).isEqualTo(ODD_TIME);
  }

  @Test
  void puts_nothing_aside_over_what_was_put_aside_before() {
    make();
    write("file", "first");
    putBack();
    write("file", "second");

    putBack();

    assertThat(aside.resolve("file")).hasContent("first");
    assertThat(directory.resolve("kept/put-aside-2/file")).hasContent("second");
  }

  @Test
  void puts_aside_onto_another_disk() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(memory));
    Path kept = Files.createTempDirectory(memory, "tree-copy");
    try {
      given_one_of_each();
      make();
      write("file", "changed");
      write("new/below", "new");
      Map<String, String> added = Snapshot.of(path("new"));

      copy.putBack(Scope.ALL, kept.resolve("aside"), Progress.NONE);

      assertThat(kept.resolve("aside/file")).hasContent("changed");
      assertThat(Snapshot.of(kept.resolve("aside/new"))).isEqualTo(added);
      assertThat(path("new")).doesNotExist();
    } finally {
      TreeRemoval.delete(kept);
    }
  }

  @Test
  void takes_away_what_a_killed_one_was_about_to_put_in_place() {
    make();
    write("sub/" + PuttingBack.OURS, "half");

    putBack();

    assertThat(path("sub/" + PuttingBack.OURS)).doesNotExist();
    assertThat(aside).doesNotExist();
  }

  @Test
  void replaces_a_tree_as_a_whole_and_keeps_what_was_there() {
    make();
    Map<String, String> before = Snapshot.of(tree);
    write("new", "new");

    copy.replace(aside, Progress.NONE);

    assertThat(Snapshot.of(tree)).isEqualTo(before);
    assertThat(aside.resolve("tree/new")).hasContent("new");
  }

  @Test
  void says_how_far_it_is_and_how_fast() throws IOException {
    Files.write(path("large"), new byte[40_000_000]);
    List<String> said = new ArrayList<>();

    copy.copy(Scope.ALL, said::add);

    assertThat(said).last().asString().contains("bringing it to the disk");
  }

  @Test
  void stops_when_it_is_told_to_and_says_that_it_may_be_tried_again() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::make)
        .isInstanceOfSatisfying(
            StepFailure.class,
            failure -> assertThat(failure.type()).isEqualTo(FailureType.WORKER_STOPPING));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void is_deleted_whatever_its_permissions() throws IOException {
    given_one_of_each();
    make();

    TreeRemoval.delete(directory.resolve("copy"));

    assertThat(directory.resolve("copy")).doesNotExist();
    assertThat(path("locked/file")).exists();
  }

  private void given_one_of_each() throws IOException {
    write("program", "#!/bin/sh");
    Files.setAttribute(path("program"), "unix:mode", 0100000 | 04755);
    Files.createDirectory(path("empty-directory"));
    Files.createSymbolicLink(path("link"), Path.of("file"));
    Files.createSymbolicLink(path("dangling"), Path.of("no where"));
    write("n\nl ü '\"$(x)", "an odd name");
    write("hard-1", "hard");
    Files.createLink(path("hard-2"), path("hard-1"));
    write("same", "same");
    Files.getFileAttributeView(path("file"), UserDefinedFileAttributeView.class)
        .write("origin", java.nio.ByteBuffer.wrap(new byte[] {1, 0, 2}));
    write("locked/file", "in a locked directory");
    Files.setPosixFilePermissions(
        path("locked/file"), PosixFilePermissions.fromString("r--------"));
    for (String name :
        List.of("program", "link", "dangling", "hard-1", "same", "empty-directory")) {
      touch(path(name));
    }
    Files.setPosixFilePermissions(path("locked"), PosixFilePermissions.fromString("r-xr-x---"));
    touch(path("locked"));
    touch(tree);
  }

  private static void touch(Path path) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(ODD_TIME, null, null);
  }

  private Copied make() {
    return copy.copy(Scope.ALL, Progress.NONE);
  }

  private PutBack putBack() {
    return copy.putBack(Scope.ALL, aside, Progress.NONE);
  }

  private Path path(String name) {
    return tree.resolve(name);
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One copying of a tree. */
final class Copying {
  private static final int SHOWN = 100;

  private final Path source;
  private final Scope scope;
  private final Meter meter;
  private final Map<Entry.Id, Path> firstNames = new HashMap<>();
  private final List<Copied.Skipped> skipped = new ArrayList<>();
  private long directories;
  private long files;
  private long links;
  private long bytes;

  Copying(Path source, Scope scope, Meter meter) {
    this.source = source;
    this.scope = scope;
    this.meter = meter;
  }

  Copied copied() {
    return new Copied(directories, files, links, bytes, skipped);
  }

  /** The target does not exist. */
  void copy(Path from, Path to) throws IOException {
    if (scope.leaves(source.relativize(from))) {
      return;
    }
    try {
      Entry entry = Entry.of(from);
      meter.add(0);
      switch (entry.kind()) {
        case DIRECTORY -> copyDirectory(from, to, entry);
        case FILE -> copyFile(from, to, entry);
        case LINK -> copyLink(from, to, entry);
        case OTHER -> skip(from, "a socket, pipe or device", false);
      }
    } catch (NoSuchFileException gone) {
      if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
        throw gone;
      }
      skip(from, "it vanished while it was copied", true);
    }
  }

  private void copyDirectory(Path from, Path to, Entry entry) throws IOException {
    Files.createDirectory(
        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    for (Path child : Children.of(from)) {
      copy(child, to.resolve(child.getFileName()));
    }
    Extras.give(to, from);
    Attributes.give(to, entry);
    directories++;
  }

  private void copyFile(Path from, Path to, Entry entry) throws IOException {
    Path first = entry.links() > 1 ? firstNames.putIfAbsent(entry.identity(), to) : null;
    if (first != null) {
      Files.createLink(to, first);
    } else {
      bytes += Content.copy(from, to, meter);
      Extras.give(to, from);
      Attributes.give(to, entry);
      noteChange(from, entry);
    }
    files++;
  }

  /** What was written to while it was read may be half of one text and half of the next. */
  private void noteChange(Path from, Entry before) throws IOException {
    Entry after = Entry.of(from);
    if (after.size() != before.size() || !after.modified().equals(before.modified())) {
      skip(from, "it changed while it was copied", true);
    }
  }

  private void copyLink(Path from, Path to, Entry entry) throws IOException {
    Files.createSymbolicLink(to, Files.readSymbolicLink(from));
    Attributes.give(to, entry);
    links++;
  }

  private void skip(Path path, String why, boolean unsteady) {
    if (skipped.size() < SHOWN) {
      skipped.add(new Copied.Skipped(source.relativize(path), why, unsteady));
    }
  }
}

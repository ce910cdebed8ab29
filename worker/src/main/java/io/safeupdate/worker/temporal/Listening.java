package io.safeupdate.worker.temporal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a process listens on a port. Who answers there may be another: of two servers that start
 * at the same time on a port both found free, one gets it, and the other ends a second later.
 */
record Listening(long pid, int port) {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENS = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  /** As Linux tells; elsewhere it is taken for granted. */
  boolean isSo() {
    if (!Files.isReadable(PROC.resolve("net/tcp"))) {
      return true;
    }
    try {
      Set<String> sockets = sockets("net/tcp");
      sockets.addAll(sockets("net/tcp6"));
      return opened().anyMatch(sockets::contains);
    } catch (IOException gone) {
      return false;
    }
  }

  /** What the process has open, as in {@code socket:[4711]}. */
  private Stream<String> opened() throws IOException {
    try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
      return files.map(Listening::target).toList().stream();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  /** The sockets that anybody listens with on the port. */
  private Set<String> sockets(String table) throws IOException {
    Set<String> sockets = new HashSet<>();
    Path file = PROC.resolve(table);
    if (Files.isReadable(file)) {
      Files.readAllLines(file).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(this::isOurs)
          .forEach(fields -> sockets.add("socket:[" + fields[INODE] + "]"));
    }
    return sockets;
  }

  private boolean isOurs(String[] fields) {
    return fields.length > INODE
        && fields[STATE].equals(LISTENS)
        && fields[LOCAL_ADDRESS].endsWith(":%04X".formatted(port));
  }
}

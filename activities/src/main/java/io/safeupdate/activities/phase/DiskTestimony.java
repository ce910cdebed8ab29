package io.safeupdate.activities.phase;

import io.safeupdate.activities.words.Amounts;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Room on the disks of this host. */
final class DiskTestimony {
  private DiskTestimony() {}

  static String of(Deployment deployment) {
    Host host = deployment.host();
    return line("state directory", () -> host.state().root())
        + line("checkout", () -> deployment.config().directory())
        + line("engine", () -> Path.of(host.engine().info().rootDirectory()));
  }

  private static String line(String what, Supplier<Path> directory) {
    String room;
    try {
      Path path = directory.get();
      room = path + ": " + room(path);
    } catch (RuntimeException | IOException e) {
      room = "not to be had (" + e.getClass().getSimpleName() + ")";
    }
    return "%-16s %s%n".formatted(what, room);
  }

  private static String room(Path path) throws IOException {
    FileStore store = Files.getFileStore(path);
    return Amounts.bytes(store.getUsableSpace())
        + " free of "
        + Amounts.bytes(store.getTotalSpace());
  }
}

package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Safe Update and the application take of the machine, looked at again and again. */
final class Footprint {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** What is kept on purpose (restore points, databases out of use) has been reached by then. */
  private static final int FULL_GROWN = 8;

  private final Stage stage;
  private final List<Sight> sights = new ArrayList<>();

  Footprint(Stage stage) {
    this.stage = stage;
  }

  /**
   * One look.
   *
   * @param pid of {@code up}: another one begins anew
   * @param descriptors open ones of {@code up}
   * @param heap of {@code up}, after a collection, in KiB
   * @param server resident memory of Temporal, in KiB
   */
  private record Sight(
      int number,
      long pid,
      int descriptors,
      long heap,
      long serverPid,
      long server,
      int containers,
      int networks,
      int volumes,
      int images,
      int databases) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d fds, heap %.1f MiB, temporal %.0f MiB, %d containers, %d networks, %d volumes,"
              + " %d images, %d databases",
          descriptors,
          heap / 1024.0,
          server / 1024.0,
          containers,
          networks,
          volumes,
          images,
          databases);
    }
  }

  /** Looks, and says what there is. */
  String look(int number) {
    long pid = stage.host.pid();
    long server = stage.host.temporalPid();
    Sight sight =
        new Sight(
            number,
            pid,
            descriptors(pid),
            heap(pid),
            server,
            resident(server),
            lines("docker", "ps", "-aq"),
            lines("docker", "network", "ls", "-q"),
            lines("docker", "volume", "ls", "-q"),
            lines("docker", "image", "ls", "-aq"),
            stage.book.databases().size());
    sights.add(sight);
    return sight.toString();
  }

  private static int descriptors(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return (int) open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long heap(long pid) {
    jcmd(pid, "GC.run");
    return number(USED, jcmd(pid, "GC.heap_info"));
  }

  private static String jcmd(long pid, String command) {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return Run.of(Path.of("/"), program, String.valueOf(pid), command).orFail().text();
  }

  private static long resident(long pid) {
    try {
      return number(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it finds, added up: young and old generation are told apart. */
  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    long sum = 0;
    while (matcher.find()) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }

  private static int lines(String... command) {
    return (int) Run.of(Path.of("/"), command).orFail().text().lines().count();
  }

  /** What has grown since all that is kept on purpose was there; empty: nothing. */
  List<String> growth() {
    List<Sight> grown = sights.stream().filter(it -> it.number() >= FULL_GROWN).toList();
    if (grown.isEmpty()) {
      return List.of();
    }
    Sight first = grown.get(0);
    Sight last = grown.get(grown.size() - 1);
    List<String> growth = new ArrayList<>();
    compare(growth, "containers", first.containers(), last.containers(), 0);
    compare(growth, "networks", first.networks(), last.networks(), 0);
    compare(growth, "volumes", first.volumes(), last.volumes(), 0);
    compare(growth, "images", first.images(), last.images(), 12);
    compare(growth, "databases", first.databases(), last.databases(), 6);
    Sight born = grown.stream().filter(it -> it.pid() == last.pid()).findFirst().orElseThrow();
    int lived = last.number() - born.number();
    compare(growth, "file descriptors", born.descriptors(), last.descriptors(), 10 + lived / 5);
    compare(growth, "KiB of heap", born.heap(), last.heap(), 10_240 + 100L * lived);
    Sight started =
        grown.stream().filter(it -> it.serverPid() == last.serverPid()).findFirst().orElseThrow();
    compare(growth, "KiB of Temporal", started.server(), last.server(), 131_072);
    return growth;
  }

  private static void compare(List<String> growth, String what, long first, long last, long more) {
    if (last > first + more) {
      growth.add("%s grew from %d to %d".formatted(what, first, last));
    }
  }

  /** The first look, the one from which growth counts, and the last. */
  String summary() {
    StringBuilder text = new StringBuilder();
    for (Sight sight : sights) {
      if (sight.number() == 0
          || sight.number() == FULL_GROWN
          || sight.number() == sights.size() - 1) {
        text.append("after %3d: %s%n".formatted(sight.number(), sight));
      }
    }
    return text.toString();
  }
}

package io.safeupdate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Updates, broken releases, cancels and kills at random, against somebody who writes all the time.
 * After each, everything must stand as it should; at the end, nothing may have grown. {@code
 * bin/test --soak} runs it in namespaces of its own.
 */
final class Soak {
  private final Stage stage;
  private final Random random;
  private final Visitor visitor;
  private final Footprint footprint;
  private final Map<Ordeal, Integer> done = new EnumMap<>(Ordeal.class);
  private final List<String> problems = new ArrayList<>();

  /** Rows of databases that were taken out of use: they are kept for a while, and told of. */
  private final Set<String> aside = new HashSet<>();

  private Soak(Stage stage, long seed) {
    this.stage = stage;
    this.random = new Random(seed);
    this.visitor = Visitor.calm(stage.book);
    this.footprint = new Footprint(stage);
  }

  /**
   * Soaks for a time.
   *
   * @param arguments a directory, a file with images, minutes, and a seed
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    OwnEngine engine = new OwnEngine(directory.resolve("engine")).start();
    engine.load(Path.of(arguments[1]), "safe-update-demo/python:1");
    Duration time = Duration.ofMinutes(Long.parseLong(arguments[2]));
    Path place = Files.createTempDirectory(directory, "stage-");
    Soak soak = new Soak(Stage.set(place, "su-soak"), Long.parseLong(arguments[3]));
    soak.run(Instant.now().plus(time));
    System.exit(soak.report());
  }

  private void run(Instant end) {
    footprint.look(0);
    int number = 1;
    for (; Instant.now().isBefore(end) && problems.isEmpty(); number++) {
      play(number, Ordeal.any(random));
    }
    if (problems.isEmpty()) {
      // What is kept on purpose differs between the way forward and the way back.
      play(number, Ordeal.GOOD);
    }
  }

  private void play(int number, Ordeal ordeal) {
    long begin = System.nanoTime();
    String ending = go(ordeal);
    done.merge(ordeal, 1, Integer::sum);
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    System.out.printf(
        "%s  %3d %-14s %-16s %3d s  %s%n",
        LocalTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("HH:mm:ss")),
        number,
        ordeal,
        ending,
        seconds,
        problems.isEmpty() ? footprint.look(number) : problems);
  }

  private String go(Ordeal ordeal) {
    try {
      String target = stage.releases.next(ordeal.breakage());
      Standing standing = Standing.of(stage).whateverTheRows();
      Host.Answer answer = ordeal.undergo(stage, random);
      judge(ordeal, answer, standing, target);
      return answer.outcome();
    } catch (RuntimeException | AssertionError e) {
      problems.add(ordeal + ": " + e.getMessage());
      return "?";
    }
  }

  private void judge(Ordeal ordeal, Host.Answer answer, Standing standing, String target) {
    if (!ordeal.rightOutcomes().contains(answer.outcome())) {
      problems.add(
          answer.outcome() + " instead of " + ordeal.rightOutcomes() + ": " + answer.run());
    }
    problems.addAll(
        answer.outcome().equals("UPDATED")
            ? standing.problemsUpdated(stage.releases.version(), target)
            : standing.problemsAsBefore());
    judgeRows();
  }

  /** Every acknowledged row is there, or with the database that was taken out of use. */
  private void judgeRows() {
    List<String> acknowledged = visitor.acknowledged();
    Set<String> missing = new HashSet<>(acknowledged);
    missing.removeAll(aside);
    missing.removeAll(new HashSet<>(stage.book.rows()));
    if (!missing.isEmpty()) {
      aside.addAll(stage.book.rowsKeptAside());
      missing.removeAll(aside);
    }
    if (!missing.isEmpty()) {
      problems.add("acknowledged and gone: " + missing);
    }
  }

  private int report() {
    visitor.close();
    problems.addAll(footprint.growth());
    Set<String> takenBack = new HashSet<>(visitor.acknowledged());
    takenBack.removeAll(new HashSet<>(stage.book.rows()));
    System.out.printf(
        "%n%d updates: %s%n%d rows acknowledged, %d of them with versions that were taken back%n%s",
        done.values().stream().mapToInt(Integer::intValue).sum(),
        done,
        visitor.acknowledged().size(),
        takenBack.size(),
        footprint.summary());
    problems.forEach(problem -> System.out.println("DOES NOT HOLD " + problem));
    stage.close();
    return problems.isEmpty() ? 0 : 1;
  }
}

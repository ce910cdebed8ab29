package io.safeupdate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plays all cells that have not been played of the same sources, and tells of each. {@code bin/test
 * --matrix} runs it in namespaces of its own.
 */
final class FaultMatrix {
  private final Path directory;
  private final Findings findings;
  private final OwnEngine engine;
  private Optional<Stage> stage = Optional.empty();
  private Optional<Finding> last = Optional.empty();
  private int stages;

  private FaultMatrix(Path directory, Findings findings, OwnEngine engine) {
    this.directory = directory;
    this.findings = findings;
    this.engine = engine;
  }

  /**
   * Plays one lane of the matrix.
   *
   * @param arguments a directory, the file of the findings, a file with images, a directory that
   *     the lanes share for who plays what, and a pattern for the cells to play
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    OwnEngine engine = new OwnEngine(directory.resolve("engine")).start();
    engine.load(Path.of(arguments[2]), "safe-update-demo/python:1");
    FaultMatrix matrix = new FaultMatrix(directory, new Findings(Path.of(arguments[1])), engine);
    matrix.play(new Claims(Path.of(arguments[3])), Pattern.compile(arguments[4]));
  }

  private void play(Claims claims, Pattern wanted) throws IOException {
    List<Cell> left =
        Cell.all().stream()
            .filter(cell -> wanted.matcher(cell.toString()).find())
            .filter(cell -> findings.of(cell).isEmpty())
            .toList();
    Instant start = Instant.now();
    for (Cell cell : left) {
      if (claims.claim(cell)) {
        play(cell);
        Duration each = Duration.between(start, Instant.now()).dividedBy(claims.count());
        int more = left.size() - claims.count();
        System.out.printf(
            "%9s %d left, about %d min%n", "", more, each.multipliedBy(more).toMinutes());
      }
    }
    if (stage.isPresent()) {
      confirmThatTheNextUpdateWorks();
      strike();
    }
  }

  /**
   * Each update is also the next update of the cell before it. So one that does not end as it
   * should is played again on its own: when it holds then, it was not to blame.
   */
  private void play(Cell cell) throws IOException {
    boolean isFirst = stage.isEmpty();
    Finding finding = new CellRun(stage(), cell).play();
    if (!finding.holds()) {
      strike();
    }
    if (!finding.holds() && !isFirst) {
      Finding alone = new CellRun(stage(), cell).play();
      if (alone.holds()) {
        blame(finding.problems());
        finding = alone;
      } else {
        strike();
      }
    }
    tell(finding);
    last = stage.isPresent() ? Optional.of(finding) : Optional.empty();
  }

  private void confirmThatTheNextUpdateWorks() {
    stage.orElseThrow().releases.next();
    Host.Answer answer = stage.orElseThrow().host.update("production");
    if (!answer.outcome().equals("UPDATED")) {
      blame(List.of(answer.outcome() + " " + answer.text("/failure/message")));
    }
  }

  private void blame(List<String> problems) {
    last.map(it -> it.with("the next update: " + problems)).ifPresent(this::tell);
  }

  private void strike() {
    stage.ifPresent(Stage::close);
    stage = Optional.empty();
  }

  /** A cell that does not hold may leave anything behind: the next one gets another stage. */
  private Stage stage() throws IOException {
    if (stage.isEmpty()) {
      Path place = Files.createTempDirectory(directory, "stage-" + ++stages + "-");
      stage =
          Optional.of(Stage.set(place, "su-matrix").restarting(engine).on(new OwnDisk(directory)));
    }
    return stage.get();
  }

  private void tell(Finding finding) {
    findings.add(finding);
    System.out.printf(
        "%s  %-42s %-12s %3d s  %s%n",
        LocalTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("HH:mm:ss")),
        finding.cell(),
        finding.ending(),
        finding.seconds(),
        finding.holds() ? "holds " + finding.remark() : "DOES NOT HOLD " + finding.problems());
  }
}

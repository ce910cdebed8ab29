package io.safeupdate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plays all cells that have not been played of the same sources, and tells of each. {@code bin/test
 * --matrix} runs it in namespaces of its own.
 */
final class FaultMatrix {
  private static final int USUAL_SECONDS = 35;

  private final Path directory;
  private final Findings findings;
  private final OwnEngine engine;
  private Optional<Stage> stage = Optional.empty();
  private int stages;

  private FaultMatrix(Path directory, Findings findings, OwnEngine engine) {
    this.directory = directory;
    this.findings = findings;
    this.engine = engine;
  }

  /**
   * @param arguments a directory, the file of the findings, a file with images, and a pattern for
   *     the cells to play
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    OwnEngine engine = new OwnEngine(directory.resolve("engine")).start();
    engine.load(Path.of(arguments[2]), "safe-update-demo/python:1");
    FaultMatrix matrix = new FaultMatrix(directory, new Findings(Path.of(arguments[1])), engine);
    matrix.play(Pattern.compile(arguments[3]));
  }

  private void play(Pattern wanted) throws IOException {
    List<Cell> left =
        Cell.all().stream()
            .filter(cell -> wanted.matcher(cell.toString()).find())
            .filter(cell -> findings.of(cell).isEmpty())
            .toList();
    for (int index = 0; index < left.size(); index++) {
      Finding finding = new CellRun(stage(), left.get(index)).play();
      findings.add(finding);
      tell(finding, left.size() - index - 1);
      if (!finding.holds()) {
        stage.ifPresent(Stage::close);
        stage = Optional.empty();
      }
    }
    stage.ifPresent(Stage::close);
  }

  /** A cell that does not hold may leave anything behind: the next one gets another stage. */
  private Stage stage() throws IOException {
    if (stage.isEmpty()) {
      Path place = Files.createTempDirectory(directory, "stage-" + ++stages + "-");
      stage = Optional.of(Stage.set(place, engine));
    }
    return stage.get();
  }

  private static void tell(Finding finding, int left) {
    System.out.printf(
        "%s  %-45s %-12s %3d s  %s%n",
        LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
        finding.cell(),
        finding.ending(),
        finding.seconds(),
        finding.holds() ? "holds " + finding.remark() : "DOES NOT HOLD " + finding.problems());
    System.out.printf(
        "          %d left, about %s%n", left, Duration.ofSeconds((long) left * USUAL_SECONDS));
  }
}

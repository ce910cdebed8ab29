package io.safeupdate.activities.health;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.health.Expectation.ExpectedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the containers of a version once. */
final class ContainerExam {
  /** A container that the engine has restarted this often is not going to stay up. */
  private static final int CRASH_LOOP = 5;

  private final Restarts counted;
  private final List<String> complaints = new ArrayList<>();
  private Optional<String> suspect = Optional.empty();
  private boolean hopeless;
  private int restarts;

  private ContainerExam(Restarts counted) {
    this.counted = counted;
  }

  static Verdict of(Engine engine, Expectation expected, Restarts counted) {
    List<Container> all = engine.containers(expected.project(), false);
    ContainerExam exam = new ContainerExam(counted);
    for (ExpectedService service : expected.services()) {
      exam.look(service, all);
    }
    return new Verdict(exam.complaints, exam.hopeless, exam.suspect, exam.restarts);
  }

  private void look(ExpectedService expected, List<Container> all) {
    List<Container> own =
        all.stream().filter(it -> it.service().equals(Optional.of(expected.service()))).toList();
    if (own.isEmpty()) {
      complain(expected.service() + " has no container");
    }
    own.forEach(container -> look(expected, container));
  }

  private void look(ExpectedService expected, Container container) {
    restarts += counted.since(container);
    if (expected.imageId().filter(id -> !id.equals(container.imageId())).isPresent()) {
      complain(expected.service() + " runs another image than it should");
    }
    if (container.isRunning()) {
      lookAtHealth(expected, container);
    } else {
      lookAtEnd(expected, container);
    }
  }

  private void lookAtHealth(ExpectedService expected, Container container) {
    if (isCrashing(container)) {
      blame(container, expected.service() + " keeps being restarted");
      hopeless = true;
    }
    container
        .health()
        .filter(health -> !health.equals("healthy"))
        .ifPresent(health -> blame(container, expected.service() + " is " + health));
  }

  private void lookAtEnd(ExpectedService expected, Container container) {
    boolean ended = container.status().equals("exited");
    if (ended && expected.mayEnd() && container.exitCode() == 0) {
      return;
    }
    String code = ended ? " with code " + container.exitCode() : "";
    blame(container, expected.service() + " is " + container.status() + code);
    hopeless |= ended && container.restartPolicy().equals("no");
    hopeless |= isCrashing(container);
  }

  private boolean isCrashing(Container container) {
    return counted.since(container) >= CRASH_LOOP;
  }

  private void blame(Container container, String complaint) {
    complain(complaint);
    suspect = Optional.of(container.id());
  }

  private void complain(String complaint) {
    complaints.add(complaint);
  }
}

package io.safeupdate.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the application stood before an update, and in which ways it does not stand as it should
 * after.
 */
final class Standing {
  private static final Set<String> SERVICES = Set.of("django", "postgres", "worker");

  private final Stage stage;
  private final Picture before;
  private final List<String> rows;
  private boolean looksAtRows = true;

  private Standing(Stage stage) {
    this.stage = stage;
    this.before = Picture.of(stage.book);
    this.rows = stage.book.rows();
  }

  static Standing of(Stage stage) {
    return new Standing(stage);
  }

  /** While somebody writes, rows are no longer as they were. */
  Standing whateverTheRows() {
    looksAtRows = false;
    return this;
  }

  /** What is wrong although the update happened, in words. */
  List<String> problemsUpdated(String version, String commit) {
    Picture now = Picture.of(stage.book);
    List<String> problems = new ArrayList<>();
    compare(problems, "version", version, now.version());
    compare(problems, "commit", commit, now.commit());
    compare(problems, "branch", before.branch(), now.branch());
    compare(problems, "checkout's changes", "", now.changes());
    compare(problems, "restart policies", before.restartPolicies(), now.restartPolicies());
    compare(problems, "migrations", before.migrations().size() + 1, now.migrations().size());
    for (String service : List.of("django", "worker")) {
      if (Objects.equals(before.images().get(service), now.images().get(service))) {
        problems.add(service + " runs the old image");
      }
      compare(
          problems,
          "image of " + service,
          now.tags().get(stage.book.project() + "_" + service + ":production"),
          now.images().get(service));
    }
    problems.addAll(problemsEither());
    return problems;
  }

  /** What is wrong although the update did not happen, in words. */
  List<String> problemsAsBefore() {
    Picture now = Picture.of(stage.book);
    List<String> problems = new ArrayList<>();
    compare(problems, "version", before.version(), now.version());
    compare(problems, "commit", before.commit(), now.commit());
    compare(problems, "branch", before.branch(), now.branch());
    compare(problems, "checkout's changes", before.changes(), now.changes());
    compare(problems, "images", before.images(), now.images());
    compare(problems, "image tags", before.tags(), now.tags());
    compare(problems, "restart policies", before.restartPolicies(), now.restartPolicies());
    compare(problems, "migrations", before.migrations(), now.migrations());
    problems.addAll(problemsEither());
    return problems;
  }

  private List<String> problemsEither() {
    List<String> problems = new ArrayList<>();
    if (looksAtRows) {
      compare(problems, "rows", rows, stage.book.rows());
    }
    compare(
        problems,
        "services",
        new TreeSet<>(SERVICES),
        new TreeSet<>(stage.book.containers().keySet()));
    compare(problems, "number of containers", 3, stage.book.allContainers().size());
    compare(problems, "networks", Set.of(stage.book.project() + "_default"), stage.book.networks());
    Leftovers.of(stage.host, stage.book).forEach(left -> problems.add("left behind: " + left));
    return problems;
  }

  private static void compare(List<String> problems, String what, Object wanted, Object found) {
    if (!Objects.equals(wanted, found)) {
      problems.add("%s: %s instead of %s".formatted(what, found, wanted));
    }
  }
}

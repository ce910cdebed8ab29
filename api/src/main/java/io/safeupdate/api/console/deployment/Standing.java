package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Facts;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Sizes;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.BackupSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** How a deployment stands, as a look saw it. */
record Standing(Inspection seen, Instant now) {

  /** What everybody asks first. */
  Facts brief() {
    return new Facts()
        .add("runs", version())
        .add("services", new Services(seen.services(), now).brief())
        .add("verified backup", backup())
        .add("restore points", restorePoints());
  }

  private Html version() {
    Html commit = seen.commit().map(Pieces::commit).orElse(Html.text("no commit"));
    Html subject = seen.subject().map(text -> Html.text(" " + text)).orElse(Html.NOTHING);
    String branch = seen.branch().map(name -> ", on " + name).orElse(", on no branch");
    return Html.of(commit, subject, Pieces.faint(branch));
  }

  /** The newest backup that was read whole. */
  private Html backup() {
    Optional<BackupSummary> newest =
        seen.backups().stream()
            .filter(backup -> backup.verified().isPresent())
            .max(Comparator.comparing(BackupSummary::modified));
    return newest
        .map(backup -> Html.of(Html.text("made "), Pieces.ago(backup.modified(), now)))
        .orElseGet(() -> Mark.WARNING.before("none"));
  }

  private Html restorePoints() {
    long damaged = seen.restorePoints().stream().filter(point -> !point.complete()).count();
    if (seen.restorePoints().isEmpty()) {
      return Html.text("none yet");
    }
    return Html.of(
        Html.text(seen.restorePoints().size() + ", newest "),
        Pieces.ago(seen.restorePoints().get(0).createdAt(), now),
        damaged == 0
            ? Html.NOTHING
            : Html.of(Html.text(" "), Mark.BAD.before(Words.count(damaged, "damaged one"))));
  }

  /** The rest. */
  Facts all() {
    return brief()
        .add("database", database())
        .add("directory", seen.directory())
        .add("project", seen.project());
  }

  private Optional<String> database() {
    return seen.database()
        .map(it -> it.name() + ", PostgreSQL " + it.version() + ", " + Sizes.of(it.bytes()));
  }
}

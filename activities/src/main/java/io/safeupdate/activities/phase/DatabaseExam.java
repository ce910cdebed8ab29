package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Live;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Baseline.LiveDatabase;
import io.safeupdate.activities.words.Amounts;
import io.safeupdate.config.DatabaseConfig;
import io.safeupdate.workflows.contract.FailureType;
import java.util.Optional;

/** The database server answers, and the live database is there. */
final class DatabaseExam implements Examination {

  @Override
  public String name() {
    return "database";
  }

  @Override
  public void examine(Findings findings) {
    Optional<DatabaseConfig> config = findings.deployment().config().database();
    if (config.isEmpty() || findings.project().isEmpty()) {
      return;
    }
    Postgres postgres = findings.deployment().postgres(findings.project().get());
    if (!postgres.isReady()) {
      findings.fail(
          FailureType.DATABASE_FAILED,
          name(),
          "the server in service " + config.get().service() + " does not answer.",
          "Look at its log: docker compose -p %s logs %s"
              .formatted(findings.project().get(), config.get().service()));
      return;
    }
    Live live = postgres.live();
    findings.database =
        Optional.of(
            new LiveDatabase(
                config.get().service(),
                live.name(),
                live.oid(),
                live.bytes(),
                live.majorVersion()));
    findings.ok(
        name(),
        "PostgreSQL %s, database %s, %s"
            .formatted(live.version(), live.name(), Amounts.bytes(live.bytes())));
  }
}

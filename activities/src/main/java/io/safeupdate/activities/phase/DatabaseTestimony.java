package io.safeupdate.activities.phase;

import io.safeupdate.activities.database.Live;
import io.safeupdate.activities.database.Postgres;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.Facts.MigrationBegan;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.activities.host.PreparedImages;
import io.safeupdate.activities.words.Amounts;
import java.util.List;
import java.util.Map;

/** The database server and its schema's state: what this operation knows, what the server says. */
final class DatabaseTestimony {
  private final Deployment deployment;
  private final OperationRecord record;
  private final Baseline before;

  DatabaseTestimony(Deployment deployment, OperationRecord record, Baseline before) {
    this.deployment = deployment;
    this.record = record;
    this.before = before;
  }

  String server() {
    if (deployment.config().database().isEmpty()) {
      return "No database is configured.\n";
    }
    Postgres postgres = deployment.postgres(before);
    Live live = postgres.live();
    StringBuilder text =
        new StringBuilder(
            "PostgreSQL %s%nlive: %s, OID %d, %s%n%s free for databases%n%ndatabases%n"
                .formatted(
                    live.version(),
                    live.name(),
                    live.oid(),
                    Amounts.bytes(live.bytes()),
                    Amounts.bytes(postgres.freeDataBytes())));
    postgres.databases().forEach((name, oid) -> text.append("  %s, OID %d%n".formatted(name, oid)));
    return text.toString();
  }

  String migrations() {
    return pending() + began() + "\n" + applied();
  }

  private String pending() {
    List<String> names =
        record.find(PreparedImages.class).map(PreparedImages::migrations).orElse(List.of());
    return names.isEmpty()
        ? "No pending migrations were known before.\n"
        : "Pending before, as the new version names them:\n" + lines(names);
  }

  private String began() {
    return record
        .find(MigrationBegan.class)
        .map(it -> "A migration began at " + it.at() + ".\n")
        .orElse("No migration had begun.\n");
  }

  private String applied() {
    if (deployment.config().database().isEmpty()) {
      return "";
    }
    Map<String, List<String>> tables = deployment.postgres(before).migrations();
    if (tables.isEmpty()) {
      return "The database has no table of migrations that Safe Update knows.\n";
    }
    StringBuilder text = new StringBuilder();
    tables.forEach(
        (table, rows) ->
            text.append("The latest rows of ").append(table).append(":\n").append(lines(rows)));
    return text.toString();
  }

  private static String lines(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}

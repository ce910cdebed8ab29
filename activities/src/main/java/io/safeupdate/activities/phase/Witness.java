package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Container;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.host.Baseline;
import io.safeupdate.activities.host.OperationRecord;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Asks all who can say how a deployment is just now, each for a text of its own. */
final class Witness {
  private static final int LINES = 500;

  private final Deployment deployment;
  private final Engine engine;
  private final OperationRecord record;
  private final Baseline before;
  private final Step step;

  Witness(Deployment deployment, Step step) {
    this.deployment = deployment;
    this.engine = deployment.host().engine();
    this.record = deployment.record(step);
    this.before = record.get(Baseline.class);
    this.step = step;
  }

  /** Texts to come, by the names of their files. */
  Map<String, Future<String>> tell(Gathering gathering) {
    Future<List<Container>> containers = gathering.ask(this::containers);
    DatabaseTestimony database = new DatabaseTestimony(deployment, record, before);
    Map<String, Future<String>> texts = new LinkedHashMap<>();
    texts.put("containers.txt", gathering.ask(() -> states(containers.get())));
    texts.put("compose.json", gathering.ask(this::model));
    texts.put("disk.txt", gathering.ask(() -> DiskTestimony.of(deployment)));
    texts.put("database.txt", gathering.ask(database::server));
    texts.put("migrations.txt", gathering.ask(database::migrations));
    stepLogs()
        .forEach(
            log ->
                texts.put(
                    "steps/" + log.getFileName(), gathering.ask(() -> Files.readString(log))));
    gathering
        .answer(containers)
        .orElse(List.of())
        .forEach(it -> texts.putIfAbsent(logName(it), gathering.ask(() -> log(it))));
    return texts;
  }

  /** Those of the application, and those that this operation started beside them. */
  private List<Container> containers() {
    return Stream.concat(
            engine.containers(before.project(), false).stream(),
            engine.labelled(OneOffs.OPERATION, step.operation()).stream())
        .toList();
  }

  private String log(Container container) {
    return engine.logs(container.id(), LINES);
  }

  /** A container of ours has the name under which its log is kept when it ends. */
  private String logName(Container container) {
    String ours = "su-" + step.tag() + "-";
    if (container.name().startsWith(ours)) {
      return "steps/" + container.name().substring(ours.length()) + ".log";
    }
    String replica = container.number() > 1 ? "-" + container.number() : "";
    return "logs/" + container.service().orElse(container.name()) + replica + ".log";
  }

  private List<Path> stepLogs() {
    if (!Files.isDirectory(record.logs())) {
      return List.of();
    }
    try (Stream<Path> logs = Files.list(record.logs())) {
      return logs.filter(log -> log.toString().endsWith(".log")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private String model() {
    return deployment.host().compose().config(deployment.project(before)).withoutSecrets() + "\n";
  }

  private String states(List<Container> containers) {
    StringBuilder text = new StringBuilder();
    containers.forEach(it -> text.append(new ContainerTestimony(it, before).text(engine)));
    return text.isEmpty() ? "There are no containers.\n" : text.toString();
  }
}

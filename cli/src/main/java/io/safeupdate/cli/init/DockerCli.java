package io.safeupdate.cli.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.safeupdate.cli.output.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks through the docker command. */
final class DockerCli implements Docker {
  private final Programs programs;
  private final Path directory;
  private final JsonMapper mapper = new JsonMapper();

  DockerCli(Programs programs, Path directory) {
    this.programs = programs;
    this.directory = directory;
  }

  @Override
  public List<ComposeContainer> containers() {
    Programs.Ran list =
        run(
            List.of(
                "docker",
                "ps",
                "-aq",
                "--no-trunc",
                "--filter",
                "label=com.docker.compose.project"));
    if (!list.succeeded()) {
      throw Refusal.usage(
          "the Docker engine does not answer: " + list.err().strip(),
          "start it, or run this as a user who may use it");
    }
    List<String> ids = list.out().lines().filter(id -> !id.isBlank()).toList();
    return ids.isEmpty() ? List.of() : inspect(ids);
  }

  private List<ComposeContainer> inspect(List<String> ids) {
    List<String> argv = new ArrayList<>(List.of("docker", "inspect"));
    argv.addAll(ids);
    // A container may be gone since it was listed; the others are still printed.
    return elements(parse(run(argv).out()))
        .map(DockerCli::container)
        .filter(container -> !container.isOneOff())
        .toList();
  }

  private static ComposeContainer container(JsonNode node) {
    Map<String, String> labels = new LinkedHashMap<>();
    node.at("/Config/Labels")
        .properties()
        .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
    List<String> command =
        Stream.concat(Stream.of(node.path("Path")), elements(node.path("Args")))
            .map(JsonNode::asText)
            .toList();
    boolean running = node.at("/State/Running").asBoolean();
    return new ComposeContainer(node.path("Id").asText(), running, command, labels);
  }

  @Override
  public Resolution resolve(ComposeCall call) {
    Programs.Ran ran = run(call.argv("config", "--format", "json"));
    return new Resolution(
        Optional.of(ran)
            .filter(Programs.Ran::succeeded)
            .map(it -> ComposeFacts.of(parse(it.out()))),
        ran.err().strip());
  }

  @Override
  public List<String> profiles(ComposeCall call) {
    Programs.Ran ran = run(call.argv("config", "--profiles"));
    return ran.succeeded() ? ran.out().lines().filter(it -> !it.isBlank()).toList() : List.of();
  }

  @Override
  public Optional<String> exec(ComposeContainer container, List<String> argv) {
    List<String> command = new ArrayList<>(List.of("docker", "exec", container.id()));
    command.addAll(argv);
    Programs.Ran ran = run(command);
    return Optional.of(ran.out()).filter(it -> ran.succeeded());
  }

  private Programs.Ran run(List<String> argv) {
    return programs.run(directory, argv);
  }

  private JsonNode parse(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      // Without its source: a resolved model holds secrets.
      throw new IllegalStateException("docker printed no JSON at " + e.getLocation().getLineNr());
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

package io.safeupdate.cli.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Dockerfile starts from and starts. Understands what people write, not all of BuildKit. */
final class Dockerfile {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{(\\w+)(?::?-([^}]*))?}|(\\w+))");

  private final List<List<String>> instructions = new ArrayList<>();
  private final Map<String, String> arguments;

  private Dockerfile(String text, Map<String, String> buildArguments) {
    this.arguments = new HashMap<>();
    text.replaceAll("\\\\\r?\n", " ").lines().forEach(this::instruction);
    this.arguments.putAll(buildArguments);
  }

  /** The Dockerfile of a service that is built from files that are here. */
  static Optional<Dockerfile> of(ServiceFacts service) {
    return service.build().flatMap(Dockerfile::read);
  }

  private static Optional<Dockerfile> read(ServiceFacts.Build build) {
    Path file = build.file();
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new Dockerfile(text(file), build.arguments()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private void instruction(String line) {
    String[] words = line.strip().split("\\s+", 2);
    String keyword = words[0].toUpperCase(Locale.ROOT);
    if (words.length < 2 || keyword.startsWith("#")) {
      return;
    }
    if (keyword.equals("ARG")) {
      String[] pair = words[1].split("=", 2);
      arguments.putIfAbsent(pair[0].strip(), pair.length == 2 ? unquoted(pair[1].strip()) : "");
    }
    instructions.add(List.of(keyword, words[1].strip()));
  }

  /** The image that its last stage comes from, through stages of its own. */
  Optional<String> base() {
    Map<String, String> stages = new HashMap<>();
    Optional<String> last = Optional.empty();
    for (String from : all("FROM")) {
      String[] words = from.replaceFirst("^--platform=\\S+\\s+", "").split("\\s+", -1);
      String image = replaced(words[0]);
      last = Optional.of(stages.getOrDefault(image, image));
      if (words.length == 3 && words[1].equalsIgnoreCase("as")) {
        stages.put(words[2], last.get());
      }
    }
    return last;
  }

  /** Whatever is named to be started: the texts of ENTRYPOINT and CMD. */
  List<String> starts() {
    List<String> texts = new ArrayList<>(all("ENTRYPOINT"));
    texts.addAll(all("CMD"));
    return texts;
  }

  /** What is copied from the build context: source words, relative to the context. */
  List<String> copies() {
    return all("COPY").stream()
        .filter(text -> !text.startsWith("--from"))
        .flatMap(text -> List.of(text.split("\\s+", -1)).stream())
        .filter(word -> !word.startsWith("--"))
        .map(word -> word.replaceAll("[\\[\\]\",]", ""))
        .toList();
  }

  private List<String> all(String keyword) {
    return instructions.stream()
        .filter(it -> it.get(0).equals(keyword))
        .map(it -> it.get(1))
        .toList();
  }

  private String replaced(String word) {
    Matcher variables = VARIABLE.matcher(word);
    return variables.replaceAll(
        match -> {
          String name = match.group(1) == null ? match.group(3) : match.group(1);
          String fallback = match.group(2) == null ? "" : match.group(2);
          String value = arguments.getOrDefault(name, "");
          return Matcher.quoteReplacement(value.isEmpty() ? fallback : value);
        });
  }

  private static String unquoted(String text) {
    return text.replaceAll("^([\"'])(.*)\\1$", "$2");
  }
}

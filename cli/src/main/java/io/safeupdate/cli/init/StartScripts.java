package io.safeupdate.cli.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a service runs when it starts, down to the scripts that it names. */
final class StartScripts {
  private static final long LARGEST = 64 * 1024;
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern MIGRATES =
      Pattern.compile(
          "(manage\\.py|django-admin|artisan)\\W+migrate(?!\\W+--(check|plan))"
              + "|db:(migrate|prepare)\\b|alembic\\W+upgrade|flask\\W+db\\W+upgrade"
              + "|prisma\\W+(migrate\\W+deploy|db\\W+push)|knex\\W+migrate|migrate:latest"
              + "|typeorm\\W+migration:run|dbmate\\W+(up|migrate)|goose\\b.*\\bup\\b"
              + "|flyway\\b.*\\bmigrate\\b");

  private final Application application;

  StartScripts(Application application) {
    this.application = application;
  }

  /** What makes a service migrate its database when it starts: a command or a script's name. */
  Optional<String> migration(ServiceFacts service) {
    List<String> commands = commands(service);
    Optional<String> direct = commands.stream().filter(StartScripts::migrates).findFirst();
    return direct
        .map(command -> "it starts `" + command + "`")
        .or(() -> script(service, commands).map(name -> "its start script " + name + " migrates"));
  }

  private List<String> commands(ServiceFacts service) {
    List<String> commands = new ArrayList<>();
    commands.add(String.join(" ", service.command()));
    Dockerfile.of(service).map(Dockerfile::starts).ifPresent(commands::addAll);
    application
        .arrangement()
        .container(service.name())
        .ifPresent(container -> commands.add(String.join(" ", container.command())));
    return commands.stream().filter(command -> !command.isBlank()).toList();
  }

  private Optional<String> script(ServiceFacts service, List<String> commands) {
    Set<String> words = new LinkedHashSet<>();
    commands.forEach(command -> words.addAll(Arrays.asList(command.split("[\\s\"',\\[\\]]+", -1))));
    return words.stream()
        .filter(word -> word.matches("[./]*[\\w./-]*\\w"))
        .filter(word -> texts(service, word).anyMatch(StartScripts::migrates))
        .findFirst();
  }

  private Stream<String> texts(ServiceFacts service, String word) {
    String name = Path.of(word).getFileName().toString();
    List<String> tracked =
        application.checkout().files().stream()
            .filter(file -> Path.of(file).getFileName().toString().equals(name))
            .flatMap(file -> text(application.file(file)).stream())
            .toList();
    boolean isPath = word.contains("/");
    return tracked.isEmpty() && isPath
        ? application.exec(service.name(), "head", "-c", "65536", word).stream()
        : tracked.stream();
  }

  private static Optional<String> text(Path file) {
    try {
      boolean readable = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
      return readable
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean migrates(String text) {
    return MIGRATES.matcher(COMMENT.matcher(text).replaceAll("")).find();
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.ComposeService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the major version of PostgreSQL off an image's name; empty where the name does not say. */
final class PostgresMajor {
  private static final Pattern NAMED = Pattern.compile("(?:^|/)postg(?:res|is)(?:ql)?:(\\d+)");
  private static final Pattern FROM = Pattern.compile("(?im)^\\s*FROM\\s+(?:--\\S+\\s+)?(\\S+)");

  private PostgresMajor() {}

  /**
   * @param sources where the target's files are
   */
  static Optional<Integer> of(ComposeService service, Path sources) {
    return service.isBuilt() ? ofBuild(service, sources) : named(service.image());
  }

  private static Optional<Integer> ofBuild(ComposeService service, Path sources) {
    Path context = Path.of(service.buildContext().orElseThrow());
    Path dockerfile = context.resolve(service.dockerfile().orElse("Dockerfile"));
    if (!dockerfile.normalize().startsWith(sources) || !Files.isRegularFile(dockerfile)) {
      return Optional.empty();
    }
    return FROM.matcher(read(dockerfile)).results().flatMap(PostgresMajor::major).findFirst();
  }

  private static Stream<Integer> major(java.util.regex.MatchResult from) {
    return named(from.group(1)).stream();
  }

  private static Optional<Integer> named(String image) {
    Matcher matcher = NAMED.matcher(image);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static String read(Path dockerfile) {
    try {
      return Files.readString(dockerfile);
    } catch (IOException e) {
      return "";
    }
  }
}

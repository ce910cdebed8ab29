package io.safeupdate.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporalCliTest {
  @TempDir private Path home;

  private final List<String> told = new ArrayList<>();

  @Test
  void takes_the_command_on_the_search_path_first() throws Exception {
    Path onPath = script("tools/temporal", "exit 0");
    script(".cache/safe-update/bin/temporal", "exit 0");

    assertThat(find("nowhere:" + onPath.getParent())).contains(onPath);
    assertThat(told).isEmpty();
  }

  @Test
  void takes_the_cached_one_else() throws Exception {
    Path cached = script(".cache/safe-update/bin/temporal", "exit 0");
    Files.createDirectories(home.resolve("tools/temporal"));

    assertThat(find(home.resolve("tools").toString())).contains(cached);
    assertThat(told).isEmpty();
  }

  @Test
  void builds_one_with_go_else_and_keeps_it() throws Exception {
    Path go =
        script("go/go", "echo \"go: downloading $2\"; printf '#!/bin/sh\\n' > $GOBIN/temporal");
    Path cache = home.resolve("cache");

    Optional<Path> built = install(go, cache);

    assertThat(built).contains(cache.resolve("temporal"));
    assertThat(cache.resolve("temporal")).hasContent("#!/bin/sh");
    assertThat(cache).isDirectoryNotContaining("glob:**build*");
    assertThat(told).last().asString().startsWith("go: downloading github.com/temporalio/cli");
  }

  @Test
  void has_none_when_the_build_fails_and_leaves_nothing() throws Exception {
    Path go = script("go/go", "echo no route to proxy; exit 1");
    Path cache = home.resolve("cache");

    assertThat(install(go, cache)).isEmpty();
    assertThat(told).contains("no route to proxy");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void tries_its_sources_in_order_until_one_has_it() {
    Path found = home.resolve("found");
    TemporalCli cli =
        new TemporalCli(
            List.of(
                tell -> {
                  tell.accept("first");
                  return Optional.empty();
                },
                tell -> Optional.of(found),
                tell -> {
                  throw new AssertionError("never asked");
                }));

    assertThat(cli.find(told::add)).contains(found);
    assertThat(told).containsExactly("first");
  }

  private Optional<Path> find(String path) {
    return TemporalCli.usual(Map.of("PATH", path), home).find(told::add);
  }

  private Optional<Path> install(Path go, Path cache) {
    return new GoInstall(new SearchPath(List.of(go.getParent())), cache).get(told::add);
  }

  private Path script(String name, String body) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

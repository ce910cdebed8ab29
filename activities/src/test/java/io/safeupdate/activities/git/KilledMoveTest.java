package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is killed with {@code kill -9} while it moves files. */
@Order(1)
final class KilledMoveTest {
  private static final int ATTEMPTS = 10;
  private static final int FILES = 1000;

  private Repositories repositories;
  private String from;
  private String to;
  private Map<String, String> newTree;
  private Map<String, String> oldTree;

  @BeforeEach
  void givenABigRelease(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
    from = publish("old");
    oldTree = Tree.of(repositories.developer);
    repositories.git(repositories.site, "pull", "-q");
    to = publish("new");
    newTree = Tree.of(repositories.developer);
    repositories.git(repositories.site, "fetch", "-q");
  }

  private String publish(String content) {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < FILES; i++) {
      files.put("d%d/%s%d".formatted(i % 40, i % 3 == 0 ? content : "f", i), content + i);
    }
    repositories.git(repositories.developer, "rm", "-rqf", "--ignore-unmatch", ".");
    return repositories.publish(content, files);
  }

  /** The process that is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      IsolatedSystemReader.install();
      WorkTree tree = WorkTree.enclosing(Path.of(arguments[1]));
      Checkout checkout =
          arguments[0].equals("jgit")
              ? new JGitCheckout(tree, why -> null)
              : new GitCliCheckout(new GitCli(Path.of("git"), tree, System.getenv()));
      checkout.move("master", arguments[2], arguments[3]);
    }
  }

  private Process start(String implementation) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                implementation,
                repositories.site.toString(),
                from,
                to));
    builder.environment().putAll(repositories.environment());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Kills it when its first file is there; when that was too late, all is put back and tried again.
   */
  private void killHalfWay(String implementation) throws Exception {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Process victim = start(implementation);
      while (victim.isAlive() && !Files.exists(repositories.site.resolve("d0/new0"))) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      List<ProcessHandle> children = victim.descendants().toList();
      victim.destroyForcibly().waitFor();
      children.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle child : children) {
        child.onExit().get(10, TimeUnit.SECONDS);
      }
      if (repositories.head(repositories.site).equals(from)) {
        assertThat(repositories.site.resolve(".git/index.lock")).exists();
        return;
      }
      Files.deleteIfExists(repositories.site.resolve(".git/index.lock"));
      repositories.git(repositories.site, "reset", "-q", "--hard", from);
    }
    throw new AssertionError("could not kill it half-way in " + ATTEMPTS + " attempts");
  }

  @Test
  void jgit_finishes_it() throws Exception {
    killHalfWay("jgit");
    repositories.byJGit(repositories.site).move("master", from, to);
    assertAt(to, newTree);
  }

  @Test
  void jgit_goes_back() throws Exception {
    killHalfWay("jgit");
    repositories.byJGit(repositories.site).move("master", to, from);
    assertAt(from, oldTree);
  }

  @Test
  void git_finishes_it() throws Exception {
    killHalfWay("git");
    repositories.byGit(repositories.site).move("master", from, to);
    assertAt(to, newTree);
  }

  @Test
  void git_goes_back() throws Exception {
    killHalfWay("git");
    repositories.byGit(repositories.site).move("master", to, from);
    assertAt(from, oldTree);
  }

  @Test
  void waits_for_a_git_that_outlives_the_worker() throws Exception {
    Path started = repositories.directory.resolve("started");
    Path mayGoOn = repositories.directory.resolve("may-go-on");
    repositories.configureAll(
        "filter.slow.smudge",
        "touch '%s'; while [ ! -e '%s' ]; do sleep 0.1; done; cat".formatted(started, mayGoOn));
    Repositories.write(repositories.site, ".git/info/attributes", "d0/new0 filter=slow\n");
    Process victim = start("git");
    while (victim.isAlive() && !Files.exists(started)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    List<ProcessHandle> orphans = victim.descendants().toList();
    victim.destroyForcibly().waitFor();

    assertFails(
            FailureType.LOCK_BUSY,
            () -> repositories.byGit(repositories.site).move("master", from, to))
        .contains("index.lock");
    Files.createFile(mayGoOn);
    for (ProcessHandle orphan : orphans) {
      orphan.onExit().get(60, TimeUnit.SECONDS);
    }
    repositories.byGit(repositories.site).move("master", from, to);

    assertAt(to, newTree);
  }

  private void assertAt(String commit, Map<String, String> tree) {
    assertThat(repositories.head(repositories.site)).isEqualTo(commit);
    assertThat(repositories.git(repositories.site, "status", "--porcelain")).isEmpty();
    assertThat(Tree.of(repositories.site)).isEqualTo(tree);
    assertThat(repositories.site.resolve(".git/index.lock")).doesNotExist();
  }
}

package io.safeupdate.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Real repositories for a test: a bare remote, the clone of a developer who publishes, and the
 * site's clone. Nothing of the machine's own git configuration reaches them.
 */
final class Repositories {
  final Path directory;
  final Path remote;
  final Path developer;
  final Path site;
  private final Map<String, String> environment = new HashMap<>();

  Repositories(Path directory) {
    IsolatedSystemReader.install();
    this.directory = directory;
    this.remote = directory.resolve("remote.git");
    this.developer = directory.resolve("developer");
    this.site = directory.resolve("site");
    environment.putAll(
        Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", directory.resolve("home").toString(),
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_SYSTEM", "/dev/null",
            "GIT_AUTHOR_NAME", "Ada",
            "GIT_AUTHOR_EMAIL", "ada@example.org",
            "GIT_COMMITTER_NAME", "Grace",
            "GIT_COMMITTER_EMAIL", "grace@example.org"));
    // A clean-up in the background would race with the test's own.
    configureAll("gc.auto", "0");
    git(directory, "init", "-q", "--bare", "-b", "master", remote.toString());
    git(directory, "clone", "-q", remote.toString(), developer.toString());
    git(developer, "switch", "-q", "-c", "master");
  }

  /** With a first commit published, and the site on it. */
  static Repositories withSite(Path directory) {
    Repositories repositories = new Repositories(directory);
    repositories.publish("first", Map.of("app.py", "print('one')\n", "README.md", "Hello\n"));
    repositories.cloneSite();
    return repositories;
  }

  void cloneSite(String... options) {
    git(
        directory,
        Stream.concat(
                Stream.of("clone", "-q"),
                Stream.concat(Stream.of(options), Stream.of("file://" + remote, site.toString())))
            .toArray(String[]::new));
    git(site, "config", "remote.origin.url", remote.toString());
  }

  /** What the checkout under test gets: without the fixture's own settings. */
  Map<String, String> environment() {
    Map<String, String> plain = new HashMap<>(environment);
    if (plain.get("GIT_CONFIG_COUNT").equals("1")) {
      plain.remove("GIT_CONFIG_COUNT");
    }
    return plain;
  }

  /** Sets a variable for every git that runs from here on. */
  void setVariable(String name, String value) {
    environment.put(name, value);
  }

  Checkout byGit(Path at) {
    WorkTree tree = WorkTree.enclosing(at);
    return new GitCliCheckout(new GitCli(Path.of("git"), tree, environment));
  }

  Checkout byJGit(Path at) {
    return new JGitCheckout(
        WorkTree.enclosing(at),
        why -> {
          throw new AssertionError("JGit wants git for " + why);
        });
  }

  /** Writes files and publishes them on the developer's branch. */
  String publish(String message, Map<String, String> files) {
    files.forEach((path, content) -> write(developer, path, content));
    return publishAll(message);
  }

  String publishAll(String message) {
    String commit = commit(message);
    git(developer, "push", "-q", "origin", "HEAD");
    return commit;
  }

  String commit(String message) {
    git(developer, "add", "--all");
    git(developer, "commit", "-q", "--allow-empty", "-m", message);
    return head(developer);
  }

  String head(Path at) {
    return git(at, "rev-parse", "HEAD").strip();
  }

  String refs(Path at) {
    return git(at, "for-each-ref");
  }

  static void write(Path root, String path, String content) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a git setting for every repository and every git from here on. */
  void configureAll(String key, String value) {
    int count = Integer.parseInt(environment.getOrDefault("GIT_CONFIG_COUNT", "0"));
    environment.put("GIT_CONFIG_COUNT", Integer.toString(count + 1));
    environment.put("GIT_CONFIG_KEY_" + count, key);
    environment.put("GIT_CONFIG_VALUE_" + count, value);
  }

  /** Runs the real git, and fails when it does. */
  String git(Path at, String... arguments) {
    try {
      List<String> argv = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
      ProcessBuilder builder = new ProcessBuilder(argv).directory(at.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(argv + " in " + at + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

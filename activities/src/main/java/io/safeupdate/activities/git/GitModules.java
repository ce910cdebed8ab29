package io.safeupdate.activities.git;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a commit's {@code .gitmodules} says. */
final class GitModules {
  private final WorkTree tree;
  private final Map<String, String> settings;

  private GitModules(WorkTree tree, Map<String, String> settings) {
    this.tree = tree;
    this.settings = settings;
  }

  static GitModules at(GitCli git, String commit) {
    List<String> items =
        git.run(
                GitCommand.of(
                    "config",
                    "-z",
                    "--blob",
                    commit + ":.gitmodules",
                    "--get-regexp",
                    "^submodule\\."))
            .items();
    Map<String, String> settings = new HashMap<>();
    for (String item : items) {
      String[] parts = item.split("\n", 2);
      settings.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return new GitModules(git.tree(), settings);
  }

  /** Its name there, which is not always its path. */
  String nameOf(String path) {
    String name =
        settings.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(".path") && entry.getValue().equals(path))
            .map(entry -> middle(entry.getKey()))
            .findFirst()
            .orElse(path);
    if (name.startsWith("/") || List.of(name.split("/")).contains("..")) {
      throw Refusal.unusable(tree.root(), "its submodule has the unsafe name '" + name + "'.");
    }
    return name;
  }

  /** Where it comes from; a relative one starts at the parent's own URL. */
  String urlOf(String path, String parent) {
    String url = settings.getOrDefault("submodule." + nameOf(path) + ".url", "");
    if (url.isEmpty()) {
      throw Refusal.unusable(tree.root(), "its submodule " + path + " has no URL in .gitmodules.");
    }
    return url.startsWith("./") || url.startsWith("../") ? relative(parent, url) : url;
  }

  private static String relative(String parent, String url) {
    String base = Paths.plain(parent);
    String rest = url;
    while (rest.startsWith("./") || rest.startsWith("../")) {
      if (rest.startsWith("../")) {
        base = base.substring(0, Math.max(base.lastIndexOf('/'), base.lastIndexOf(':') + 1));
      }
      rest = rest.substring(rest.indexOf('/') + 1);
    }
    return base.endsWith(":") ? base + rest : base + "/" + rest;
  }

  private static String middle(String key) {
    return key.substring("submodule.".length(), key.length() - ".path".length());
  }
}

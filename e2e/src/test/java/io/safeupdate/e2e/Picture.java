package io.safeupdate.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an application stands: what must be as before after an update that did not happen.
 *
 * @param changes what git says has changed in the checkout
 * @param images image id by service, of what runs
 * @param restartPolicies by service, of what runs
 * @param tags image id by the name that the compose files give it
 */
record Picture(
    String commit,
    String branch,
    String changes,
    Map<String, String> images,
    Map<String, String> restartPolicies,
    Map<String, String> tags,
    List<String> migrations,
    String version) {

  static Picture of(GuestBook book) {
    return new Picture(
        book.commit(),
        book.branch(),
        book.changes(),
        book.runningImages(),
        book.restartPolicies(),
        tags(book),
        book.migrations(),
        book.version());
  }

  /** All but the image of one service. */
  Picture besides(String service) {
    Map<String, String> others = new TreeMap<>(images);
    others.remove(service);
    Map<String, String> otherTags = new TreeMap<>(tags);
    otherTags.keySet().removeIf(tag -> tag.contains("_" + service + ":"));
    return new Picture(
        commit, branch, changes, others, restartPolicies, otherTags, migrations, version);
  }

  private static Map<String, String> tags(GuestBook book) {
    Map<String, String> tags = new TreeMap<>();
    Run.of(
            book.checkout(),
            "docker",
            "image",
            "ls",
            "--no-trunc",
            "--filter",
            "reference=" + book.project() + "_*",
            "--format",
            "{{.Repository}}:{{.Tag}} {{.ID}}")
        .orFail()
        .text()
        .lines()
        .map(line -> line.split(" "))
        .forEach(words -> tags.put(words[0], words[1]));
    return tags;
  }
}

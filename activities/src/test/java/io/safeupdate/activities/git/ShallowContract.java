package io.safeupdate.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that was cloned without its history. */
abstract class ShallowContract {
  private static final String REF = "refs/safe-update/fetched/one";

  protected Repositories repositories;
  private Checkout checkout;

  abstract Checkout open(Path directory);

  @BeforeEach
  void givenAShallowSite(@TempDir Path directory) throws Exception {
    repositories = new Repositories(directory.toRealPath());
    publish("one");
    publish("two");
    repositories.cloneSite("--depth=1");
    checkout = open(repositories.site);
  }

  private String publish(String content) {
    return repositories.publish(content, Map.of("app.py", content));
  }

  private void fetch() {
    checkout.fetch("origin", checkout.lookUp("origin", "master"), REF, Progress.NONE);
  }

  @Test
  void stays_shallow_when_a_fast_forward_can_be_judged() {
    String head = repositories.head(repositories.site);
    publish("three");
    String target = publish("four");

    fetch();

    assertThat(checkout.isAncestor(head, target)).isTrue();
    assertThat(checkout.isAncestor(target, head)).isFalse();
    assertThat(Files.exists(repositories.site.resolve(".git/shallow"))).isTrue();
  }

  @Test
  void fetches_the_history_that_lies_between_head_and_the_target() {
    String head = repositories.head(repositories.site);
    publish("three");
    publish("four");
    String target = publish("five");
    repositories.git(
        repositories.site, "fetch", "-q", "--depth=1", "file://" + repositories.remote, "master");
    assertThat(checkout.isAncestor(head, target)).isFalse();

    fetch();

    assertThat(checkout.isAncestor(head, target)).isTrue();
  }

  @Test
  void sees_that_rewritten_history_is_not_ahead() {
    String head = repositories.head(repositories.site);
    repositories.git(repositories.developer, "reset", "-q", "--hard", "HEAD~1");
    Repositories.write(repositories.developer, "app.py", "rewritten");
    String target = repositories.commit("rewritten");
    repositories.git(repositories.developer, "push", "-q", "--force", "origin", "HEAD");

    fetch();

    assertThat(checkout.isAncestor(head, target)).isFalse();
  }
}

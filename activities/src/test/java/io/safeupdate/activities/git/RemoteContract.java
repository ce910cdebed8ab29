package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout.RemoteCommit;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking a remote, and bringing a commit from it. */
abstract class RemoteContract extends CheckoutContract {
  private static final String REF = "refs/safe-update/fetched/one";

  private String publish(String content) {
    return repositories.publish(content, Map.of("app.py", content));
  }

  private void fetch(RemoteCommit commit) {
    checkout.fetch("origin", commit, REF, Progress.NONE);
  }

  private static RemoteCommit alone(String commit) {
    return new RemoteCommit(commit, Optional.empty());
  }

  @Test
  void finds_the_tip_of_a_branch() {
    String tip = publish("two");

    assertThat(checkout.lookUp("origin", "master"))
        .isEqualTo(new RemoteCommit(tip, Optional.of("refs/heads/master")));
    assertThat(checkout.lookUp("origin", "refs/heads/master").commit()).isEqualTo(tip);
    assertThat(checkout.lookUp("origin", "HEAD").commit()).isEqualTo(tip);
  }

  @Test
  void finds_the_commit_that_an_annotated_tag_means() {
    String tip = publish("two");
    repositories.git(repositories.developer, "tag", "-a", "-m", "release", "v2");
    repositories.git(repositories.developer, "push", "-q", "origin", "v2");

    assertThat(checkout.lookUp("origin", "v2"))
        .isEqualTo(new RemoteCommit(tip, Optional.of("refs/tags/v2")));
  }

  @Test
  void takes_the_branch_when_a_tag_has_the_same_name() {
    repositories.git(repositories.developer, "tag", "same");
    repositories.git(repositories.developer, "switch", "-q", "-c", "same");
    String tip = repositories.commit("on the branch");
    repositories.git(
        repositories.developer, "push", "-q", "origin", "refs/heads/same", "refs/tags/same");

    assertThat(checkout.lookUp("origin", "same"))
        .isEqualTo(new RemoteCommit(tip, Optional.of("refs/heads/same")));
  }

  @Test
  void finds_a_commit_by_its_full_and_by_a_short_name() {
    String known = head();
    String unknown = publish("two");
    publish("three");
    String refs = repositories.refs(repositories.site);

    assertThat(checkout.lookUp("origin", unknown)).isEqualTo(alone(unknown));
    assertThat(checkout.lookUp("origin", known.substring(0, 8))).isEqualTo(alone(known));
    assertThat(checkout.lookUp("origin", unknown.substring(0, 9))).isEqualTo(alone(unknown));
    assertThat(repositories.refs(repositories.site)).isEqualTo(refs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "-q",
        "--upload-pack=touch pwned",
        "a b",
        "a\nb",
        "master*",
        "refs/heads/../master",
        "master~1",
        "",
        "deadbeef"
      })
  void says_which_name_the_remote_does_not_have(String name) {
    assertFails(FailureType.PREFLIGHT_FAILED, () -> checkout.lookUp("origin", name))
        .contains("'origin'")
        .contains("'" + name + "'");
    assertThat(Files.exists(repositories.site.resolve("pwned"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"upstream", "-v", "--upload-pack=touch pwned", "/tmp"})
  void says_which_remote_is_not_configured(String remote) {
    assertFails(FailureType.CONFIG_INVALID, () -> checkout.lookUp(remote, "master"))
        .contains("'" + remote + "'")
        .contains("it has: origin");
    assertFails(
        FailureType.CONFIG_INVALID,
        () -> checkout.fetch(remote, alone(head()), REF, Progress.NONE));
  }

  @Test
  void says_that_the_remote_is_gone() throws Exception {
    Files.move(repositories.remote, repositories.directory.resolve("gone"));

    assertFails(FailureType.REMOTE_UNAVAILABLE, () -> checkout.lookUp("origin", "master"))
        .contains("'origin'")
        .contains(repositories.remote.toString());
    assertFails(FailureType.REMOTE_UNAVAILABLE, () -> fetch(alone("0".repeat(39) + "1")));
  }

  @Test
  void never_shows_the_credential_in_a_url() {
    git("config", "remote.origin.url", "http://deploy:hunter22@127.0.0.1:1/app.git?token=s3cret");

    assertFails(FailureType.REMOTE_UNAVAILABLE, () -> checkout.lookUp("origin", "master"))
        .contains("http://127.0.0.1:1/app.git")
        .doesNotContain("hunter22")
        .doesNotContain("s3cret");
  }

  @Test
  void brings_a_commit_under_the_private_ref_and_touches_nothing_else() {
    String target = publish("two");
    String before = repositories.refs(repositories.site);

    fetch(checkout.lookUp("origin", "master"));
    fetch(checkout.lookUp("origin", "master"));

    assertThat(repositories.refs(repositories.site))
        .isEqualTo(before + target + " commit\t" + REF + "\n");
    assertThat(git("status", "--porcelain")).isEmpty();
    assertThat(git("show", target + ":app.py")).isEqualTo("two");
  }

  @Test
  void brings_a_commit_that_no_ref_names() {
    String target = publish("two");
    publish("three");

    fetch(alone(target));

    assertThat(git("show", REF + ":app.py")).isEqualTo("two");
  }

  @Test
  void brings_it_from_a_server_that_gives_only_what_its_refs_name() {
    String target = publish("two");
    publish("three");
    git("config", "protocol.version", "0");
    String before = repositories.refs(repositories.site);

    fetch(alone(target));

    assertThat(repositories.refs(repositories.site))
        .isEqualTo(before + target + " commit\t" + REF + "\n");
  }

  @Test
  void says_that_the_remote_has_no_such_commit() {
    assertFails(FailureType.PREFLIGHT_FAILED, () -> fetch(alone("12".repeat(20))))
        .contains("12".repeat(20))
        .contains("'origin'");
    assertThat(repositories.refs(repositories.site)).doesNotContain("safe-update");
  }

  @Test
  void says_that_a_tag_leads_to_no_commit() {
    repositories.git(repositories.developer, "tag", "odd", "HEAD:app.py");
    repositories.git(repositories.developer, "push", "-q", "origin", "odd");

    assertFails(FailureType.PREFLIGHT_FAILED, () -> fetch(checkout.lookUp("origin", "odd")))
        .contains("not a commit");
  }

  @Test
  void reports_progress_while_it_fetches() {
    publish("x".repeat(1000));
    StringBuilder said = new StringBuilder();

    checkout.fetch("origin", checkout.lookUp("origin", "master"), REF, said::append);

    assertThat(git("rev-parse", REF).strip()).isEqualTo(repositories.head(repositories.developer));
  }

  @Test
  void records_what_the_remotes_branch_was_seen_to_be() {
    String target = publish("two");
    fetch(checkout.lookUp("origin", "master"));

    checkout.track("origin", "master", target);

    assertThat(git("rev-parse", "refs/remotes/origin/master").strip()).isEqualTo(target);
  }

  @Test
  void records_nothing_where_git_fetch_would_not() {
    git("config", "remote.origin.fetch", "+refs/heads/other:refs/remotes/origin/other");
    String before = repositories.refs(repositories.site);

    checkout.track("origin", "master", head());

    assertThat(repositories.refs(repositories.site)).isEqualTo(before);
  }

  @Test
  void keeps_and_forgets_a_commit() {
    checkout.keep("refs/safe-update/kept/a", head());
    assertThat(git("rev-parse", "refs/safe-update/kept/a").strip()).isEqualTo(head());

    checkout.forget("refs/safe-update/kept/a");
    checkout.forget("refs/safe-update/kept/a");

    assertThat(repositories.refs(repositories.site)).doesNotContain("kept");
  }

  @Test
  void keeps_only_commits_that_are_here_and_only_under_its_own_refs() {
    assertFails(
            FailureType.PRECONDITION_FAILED,
            () -> checkout.keep("refs/safe-update/kept/a", "12".repeat(20)))
        .contains("12".repeat(20));
    assertFails(FailureType.INTERNAL, () -> checkout.keep("refs/heads/master", head()));
    assertFails(FailureType.INTERNAL, () -> checkout.keep("refs/safe-update/a", "--help"));
    assertFails(FailureType.INTERNAL, () -> checkout.forget("refs/heads/master"));
  }
}

package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.activities.git.Checkout.RemoteCommit;
import io.safeupdate.activities.process.Progress;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote behind a password. */
final class HttpRemoteTest {
  private Repositories repositories;
  private HttpGitServer server;
  private String target;

  @BeforeEach
  void givenAServer(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
    target = repositories.publish("two", Map.of("app.py", "two"));
    server = new HttpGitServer(repositories.directory);
    repositories.git(repositories.site, "config", "remote.origin.url", server.url("remote.git"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void givenHelperWithPassword(String password) {
    repositories.git(
        repositories.site,
        "config",
        "credential.helper",
        "!f() { echo username=deploy; echo password=" + password + "; }; f");
  }

  private void assertUpdates(Checkout checkout) {
    String from = checkout.state().head();
    RemoteCommit found = checkout.lookUp("origin", "master");
    checkout.fetch("origin", found, "refs/safe-update/fetched/one", Progress.NONE);
    checkout.move("master", from, found.commit());
    assertThat(checkout.state().head()).isEqualTo(target);
  }

  @Test
  void is_reached_with_the_operators_credential_helper() {
    givenHelperWithPassword(HttpGitServer.PASSWORD);

    Checkout checkout = new Checkouts(repositories.environment()).open(repositories.site);

    assertThat(checkout).isInstanceOf(GitCliCheckout.class);
    assertUpdates(checkout);
  }

  @Test
  void is_reached_with_the_password_in_its_url() {
    String url = server.url("remote.git").replace("://", "://deploy:hunter22@");
    repositories.git(repositories.site, "config", "remote.origin.url", url);

    Checkout checkout = new Checkouts(repositories.environment()).open(repositories.site);

    assertThat(checkout).isInstanceOf(JGitCheckout.class);
    assertUpdates(checkout);
  }

  @Test
  void refuses_a_wrong_password_without_showing_it() {
    givenHelperWithPassword("wr0ng-secret");

    assertFails(
            FailureType.AUTH_FAILED,
            () -> repositories.byGit(repositories.site).lookUp("origin", "master"))
        .contains("refused us")
        .doesNotContain("wr0ng-secret");
  }

  @Test
  void never_waits_for_somebody_to_type_a_password() {
    assertFails(
        FailureType.AUTH_FAILED,
        () -> repositories.byGit(repositories.site).lookUp("origin", "master"));
    assertFails(
        FailureType.AUTH_FAILED,
        () -> repositories.byJGit(repositories.site).lookUp("origin", "master"));
  }

  @Test
  void that_serves_no_such_repository_is_unavailable() {
    String url = server.url("nowhere.git").replace("://", "://deploy:hunter22@");
    repositories.git(repositories.site, "config", "remote.origin.url", url);

    assertFails(
            FailureType.REMOTE_UNAVAILABLE,
            () -> repositories.byGit(repositories.site).lookUp("origin", "master"))
        .doesNotContain("hunter22");
    assertFails(
            FailureType.REMOTE_UNAVAILABLE,
            () -> repositories.byJGit(repositories.site).lookUp("origin", "master"))
        .doesNotContain("hunter22");
  }
}

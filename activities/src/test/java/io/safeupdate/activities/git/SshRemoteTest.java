package io.safeupdate.activities.git;

import static io.safeupdate.activities.git.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A remote behind SSH, with the kind of key that people have today. */
final class SshRemoteTest {
  private Repositories repositories;
  private Path home;
  private SshServer server;
  private SshSessionFactory before;

  @BeforeEach
  void givenAServer(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
    home = Files.createDirectories(repositories.directory.resolve("home"));
    Path ssh = Files.createDirectories(home.resolve(".ssh"));
    makeKey(ssh.resolve("id_ed25519"));
    Path hostKey = repositories.directory.resolve("host_key");
    makeKey(hostKey);
    server = serve(hostKey, publicKey(ssh.resolve("id_ed25519")));
    Files.writeString(
        ssh.resolve("known_hosts"), "[127.0.0.1]:%d %s".formatted(server.getPort(), text(hostKey)));
    repositories.git(
        repositories.site,
        "config",
        "remote.origin.url",
        "ssh://git@127.0.0.1:%d%s".formatted(server.getPort(), repositories.remote));
    before = SshSessionFactory.getInstance();
    SshSessionFactory.setInstance(
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(home.toFile())
            .setSshDirectory(ssh.toFile())
            .build(null));
  }

  @AfterEach
  void stop() throws Exception {
    SshSessionFactory.setInstance(before);
    server.stop(true);
  }

  private static void makeKey(Path file) throws Exception {
    Process process =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private static String text(Path key) throws Exception {
    return Files.readString(Path.of(key + ".pub"));
  }

  private static PublicKey publicKey(Path key) throws Exception {
    return AuthorizedKeyEntry.parseAuthorizedKeyEntry(text(key))
        .resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
  }

  private static SshServer serve(Path hostKey, PublicKey allowed) throws Exception {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(new FileKeyPairProvider(hostKey));
    server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, allowed));
    server.setCommandFactory(new ProcessShellCommandFactory());
    server.start();
    return server;
  }

  private Checkout byGitWith(String ssh) {
    repositories.git(repositories.site, "config", "core.sshCommand", ssh);
    return repositories.byGit(repositories.site);
  }

  private String options() {
    return "ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -i %1$s/id_ed25519 -o UserKnownHostsFile=%1$s/known_hosts"
        .formatted(home.resolve(".ssh"));
  }

  @Test
  void is_reached_by_jgit_with_an_ed25519_key() {
    assertThat(repositories.byJGit(repositories.site).lookUp("origin", "master").commit())
        .isEqualTo(repositories.head(repositories.site));
  }

  @Test
  void is_reached_by_git_with_the_operators_own_ssh_command() {
    Checkout checkout = byGitWith(options());

    assertThat(checkout.lookUp("origin", "master").commit())
        .isEqualTo(repositories.head(repositories.site));
    assertThat(new Checkouts(repositories.environment()).open(repositories.site))
        .isInstanceOf(GitCliCheckout.class);
  }

  @Test
  void is_not_trusted_when_its_host_key_is_unknown() throws Exception {
    Files.writeString(home.resolve(".ssh/known_hosts"), "");
    SshSessionFactory.setInstance(
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(home.toFile())
            .setSshDirectory(home.resolve(".ssh").toFile())
            .build(null));

    assertFails(
        FailureType.AUTH_FAILED,
        () -> repositories.byJGit(repositories.site).lookUp("origin", "master"));
    assertFails(FailureType.AUTH_FAILED, () -> byGitWith(options()).lookUp("origin", "master"));
  }

  @Test
  void refuses_another_key() throws Exception {
    Path ssh = home.resolve(".ssh");
    Files.delete(ssh.resolve("id_ed25519"));
    Files.delete(ssh.resolve("id_ed25519.pub"));
    makeKey(ssh.resolve("id_ed25519"));

    assertFails(
            FailureType.AUTH_FAILED,
            () -> repositories.byJGit(repositories.site).lookUp("origin", "master"))
        .contains("refused us");
    assertFails(FailureType.AUTH_FAILED, () -> byGitWith(options()).lookUp("origin", "master"))
        .contains("refused us");
  }
}

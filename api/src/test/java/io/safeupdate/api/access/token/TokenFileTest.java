package io.safeupdate.api.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.api.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenFileTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir private Path state;

  @Test
  void keeps_the_hash_of_a_token_and_never_the_token() throws IOException {
    BearerToken made = file().add(wish("ada"), NOW);
    String kept = Files.readString(file().path());
    assertThat(made.secret()).matches("su_[0-9a-f]{8}_[0-9a-f]{64}");
    assertThat(kept)
        .contains(made.id(), "\"ada\"", "\"operator\"")
        .doesNotContain(made.secret(), made.secret().substring(12));
    assertThat(made).hasToString("su_" + made.id() + "_…");
  }

  @Test
  void lets_only_its_owner_read_the_file() throws IOException {
    file().add(wish("ada"), NOW);
    assertThat(permissions(file().path())).isEqualTo("rw-------");
    assertThat(permissions(file().path().getParent())).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void knows_a_token_again_and_no_other_with_its_id() {
    BearerToken made = file().add(wish("ada"), NOW);
    assertThat(tokens(NOW).matching(made).map(Token::name)).hasValue("ada");
    BearerToken guess = BearerToken.parse("su_" + made.id() + "_" + "0".repeat(64)).orElseThrow();
    assertThat(tokens(NOW).matching(guess)).isEmpty();
  }

  @Test
  void remembers_who_may_do_what_to_which_deployment() {
    TokenWish wish =
        new TokenWish("ci", Role.VIEWER, Optional.of(Set.of("staging")), Optional.empty());
    BearerToken made = file().add(wish, NOW);
    Token token = tokens(NOW).matching(made).orElseThrow();
    assertThat(token.role()).isEqualTo(Role.VIEWER);
    assertThat(token.deployments()).hasValue(Set.of("staging"));
    assertThat(token.caller("192.0.2.7").sees("production")).isFalse();
  }

  @Test
  void ends_a_token_when_its_time_is_over() {
    TokenWish wish =
        new TokenWish("ci", Role.VIEWER, Optional.empty(), Optional.of(Duration.ofDays(90)));
    BearerToken made = file().add(wish, NOW);
    assertThat(tokens(NOW.plus(Duration.ofDays(89))).matching(made)).isPresent();
    assertThat(tokens(NOW.plus(Duration.ofDays(90))).matching(made)).isEmpty();
  }

  @Test
  void notices_what_another_process_changed() {
    Tokens tokens = tokens(NOW);
    assertThat(tokens.exist()).isFalse();
    BearerToken made = file().add(wish("ada"), NOW);
    assertThat(tokens.matching(made)).isPresent();
    assertThat(file().revoke("ada", NOW).revoked()).hasValue(NOW);
    assertThat(tokens.matching(made)).isEmpty();
    assertThat(tokens.exist()).isTrue();
    assertThat(tokens.anyUsable()).isFalse();
  }

  @Test
  void gives_a_revoked_name_to_another_and_revokes_the_one_in_use() {
    file().add(wish("ada"), NOW);
    file().revoke("ada", NOW);
    BearerToken second = file().add(wish("ada"), NOW);
    assertThat(file().revoke("ada", NOW).id()).isEqualTo(second.id());
    assertThat(file().revoke(second.id(), NOW.plusSeconds(9)).revoked()).hasValue(NOW);
  }

  @Test
  void refuses_a_name_in_use_and_one_that_cannot_be_told() {
    file().add(wish("ada"), NOW);
    assertThatThrownBy(() -> file().add(wish("ada"), NOW)).isInstanceOf(TokenException.class);
    for (String name : new String[] {"", "a b", "a\nb", "../x", "local", "x".repeat(64)}) {
      assertThatThrownBy(() -> file().add(wish(name), NOW)).isInstanceOf(TokenException.class);
    }
    assertThatThrownBy(() -> file().revoke("eve", NOW))
        .isInstanceOf(TokenException.class)
        .hasMessage("there is no token called eve");
  }

  @Test
  void loses_none_when_many_are_made_at_once() {
    IntStream.range(0, 24).parallel().forEach(i -> file().add(wish("t" + i), NOW));
    assertThat(file().read().orElseThrow()).hasSize(24);
  }

  @Test
  void lets_nobody_in_when_the_file_is_broken() throws IOException {
    BearerToken made = file().add(wish("ada"), NOW);
    Tokens tokens = tokens(NOW);
    String whole = Files.readString(file().path());
    Files.writeString(file().path(), "{\"tokens\": [");
    assertThat(tokens.matching(made)).isEmpty();
    assertThat(tokens.exist()).isTrue();
    Files.writeString(file().path(), whole);
    assertThat(tokens.matching(made)).isPresent();
  }

  private TokenFile file() {
    return new TokenFile(state);
  }

  private Tokens tokens(Instant now) {
    return new Tokens(state, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static TokenWish wish(String name) {
    return new TokenWish(name, Role.OPERATOR, Optional.empty(), Optional.empty());
  }
}

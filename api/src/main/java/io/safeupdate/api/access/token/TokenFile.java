package io.safeupdate.api.access.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.jackson.Jackson;
import io.safeupdate.api.access.store.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tokens of a state directory, {@code api/tokens.json}. Revoked ones stay in it, so that the
 * audit trail's names keep their meaning.
 */
public final class TokenFile {
  private static final ObjectMapper JSON =
      Jackson.newObjectMapper()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private final OwnerFile file;

  public TokenFile(Path stateDirectory) {
    this.file = new OwnerFile(stateDirectory.resolve("api").resolve("tokens.json"));
  }

  Path path() {
    return file.path();
  }

  /**
   * All there are, oldest first; empty: none was ever made.
   *
   * @throws UncheckedIOException when the file cannot be read or is no such file
   */
  public Optional<List<Token>> read() {
    return file.read().map(this::parsed);
  }

  private List<Token> parsed(byte[] json) {
    try {
      return List.copyOf(JSON.readValue(json, Document.class).tokens());
    } catch (IOException broken) {
      throw new UncheckedIOException(file.path() + " is no list of tokens", broken);
    }
  }

  /** The one of an id that is known to be there. */
  public Token find(String id) {
    return read().orElse(List.of()).stream()
        .filter(token -> token.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Makes a token; it counts when this returns.
   *
   * @return the token itself, which nobody can ask for again
   * @throws TokenException when the name cannot be used, or another has it
   */
  public BearerToken add(TokenWish wish, Instant now) {
    wish.check();
    return file.exclusively(() -> addAlone(wish, now));
  }

  private BearerToken addAlone(TokenWish wish, Instant now) {
    List<Token> all = read().orElse(List.of());
    if (all.stream().anyMatch(it -> it.isUsable(now) && it.name().equals(wish.name()))) {
      throw new TokenException(
          "there is a token called " + wish.name(),
          "choose another name, or revoke that one first: safe-update token revoke " + wish.name());
    }
    BearerToken made =
        Stream.generate(BearerToken::random)
            .filter(it -> all.stream().noneMatch(token -> token.id().equals(it.id())))
            .findFirst()
            .orElseThrow();
    write(Stream.concat(all.stream(), Stream.of(Token.of(made, wish, now))).toList());
    return made;
  }

  /**
   * Ends a token; it counts when this returns. May be repeated.
   *
   * @return the token
   * @throws TokenException when there is none of that name or id
   */
  public Token revoke(String nameOrId, Instant now) {
    return file.exclusively(() -> revokeAlone(nameOrId, now));
  }

  private Token revokeAlone(String nameOrId, Instant now) {
    List<Token> all = read().orElse(List.of());
    List<Token> called = all.stream().filter(it -> it.isCalled(nameOrId)).toList();
    Token latest =
        called.stream()
            .reduce((one, later) -> later)
            .orElseThrow(
                () ->
                    new TokenException(
                        "there is no token called " + nameOrId,
                        "see which there are: safe-update token list"));
    if (latest.revoked().isPresent()) {
      return latest;
    }
    Token revoked = latest.revokedAt(now);
    write(all.stream().map(it -> it.id().equals(latest.id()) ? revoked : it).toList());
    return revoked;
  }

  private void write(List<Token> tokens) {
    try {
      file.write(JSON.writeValueAsBytes(new Document(tokens)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The file's one object, so that it can have more keys one day. */
  record Document(List<Token> tokens) {}
}

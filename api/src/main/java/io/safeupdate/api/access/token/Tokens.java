package io.safeupdate.api.access.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens as a running server sees them: looked up again whenever the file has changed, so that
 * one that is revoked ends with the next request.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  private final TokenFile file;
  private final Clock clock;
  private volatile Seen seen = Seen.NOTHING;

  public Tokens(Path stateDirectory, Clock clock) {
    this.file = new TokenFile(stateDirectory);
    this.clock = clock;
  }

  /** Whether any was ever made, so that everybody has to say who they are. */
  public boolean exist() {
    return now().tokens().isPresent();
  }

  /** Whether one of them lets anybody in. */
  public boolean anyUsable() {
    return all().stream().anyMatch(token -> token.isUsable(clock.instant()));
  }

  /** Whether a token of that id was ever made. */
  public boolean isKnown(String id) {
    return all().stream().anyMatch(token -> token.id().equals(id));
  }

  /** The token that was shown, if it lets anybody in. */
  public Optional<Token> matching(BearerToken shown) {
    return usable(shown.id()).filter(token -> token.matches(shown));
  }

  /** The token of that id, if it lets anybody in. */
  public Optional<Token> usable(String id) {
    return all().stream()
        .filter(token -> token.id().equals(id))
        .filter(token -> token.isUsable(clock.instant()))
        .findFirst();
  }

  private List<Token> all() {
    return now().tokens().orElse(List.of());
  }

  private Seen now() {
    Optional<Stamp> stamp = stamp();
    Seen known = seen;
    if (!known.stamp().equals(stamp)) {
      known = stamp.map(this::read).orElse(Seen.NOTHING);
      seen = known;
    }
    return known;
  }

  /** A file that cannot be read lets nobody in: it may have been meant to keep somebody out. */
  private Seen read(Stamp stamp) {
    try {
      return new Seen(Optional.of(stamp), Optional.of(file.read().orElse(List.of())));
    } catch (UncheckedIOException unreadable) {
      LOG.error("Nobody is let in before the tokens can be read again", unreadable);
      return new Seen(Optional.of(Stamp.UNREADABLE), Optional.of(List.of()));
    }
  }

  private Optional<Stamp> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      // Each change is another file under the same name, so that none is missed within a tick.
      return Optional.of(
          new Stamp(String.valueOf(now.fileKey()), now.lastModifiedTime().toMillis(), now.size()));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(new Stamp("not there for us", 0, 0));
    }
  }

  private record Stamp(String file, long modified, long size) {
    /** No file has it, so that the next look reads again. */
    static final Stamp UNREADABLE = new Stamp("unreadable", 0, 0);
  }

  private record Seen(Optional<Stamp> stamp, Optional<List<Token>> tokens) {
    static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty());
  }
}

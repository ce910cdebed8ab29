package io.safeupdate.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that may be anything. */
final class SourceFile {
  static final int MOST_BYTES = 1_000_000;

  private final Path file;

  SourceFile(Path file) {
    this.file = file;
  }

  /**
   * @throws ConfigException when it is not there, not readable, larger than 1 MB or not UTF-8
   */
  String text() {
    byte[] bytes = bytes();
    if (bytes.length > MOST_BYTES) {
      throw problem("is larger than 1 MB", "name a configuration file with --config FILE");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw problem("is not UTF-8 text", "save it as UTF-8");
    }
  }

  private byte[] bytes() {
    if (Files.isDirectory(file)) {
      throw problem("is a directory", "name a file in it with --config FILE");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw problem("there is no such file", "write one with `safe-update init DIR`");
    } catch (AccessDeniedException e) {
      throw problem("may not be read by this user", "check its owner and its mode");
    } catch (IOException e) {
      throw problem("cannot be read: " + e, "check that it is a file");
    }
  }

  private ConfigException problem(String message, String remedy) {
    return new ConfigException(Problem.ofFile(file, message, remedy));
  }
}

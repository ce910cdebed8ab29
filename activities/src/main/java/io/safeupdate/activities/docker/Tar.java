package io.safeupdate.activities.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The dialect of tar that engines speak: UTF-8, long names and numbers in POSIX headers. */
public final class Tar {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private Tar() {}

  /** Reads a tar; its entries throw at a stream that ends too early. */
  public static TarArchiveInputStream from(InputStream stream) {
    return new TarArchiveInputStream(stream, UTF_8);
  }

  /**
   * Writes a tar, with files beyond 8 GiB and names of any length.
   *
   * @throws IOException never; the library's signature wants it
   */
  public static TarArchiveOutputStream to(OutputStream stream) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(stream, UTF_8);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    return tar;
  }
}

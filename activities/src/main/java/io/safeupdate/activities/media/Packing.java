package io.safeupdate.activities.media;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How an archive is compressed. Both forms hold a checksum of what went in. */
public enum Packing {
  /** Keeps up with a disk: pictures and films are hardly compressed again. */
  ZST(".tar.zst") {
    @Override
    OutputStream pack(OutputStream file) throws IOException {
      return new ZstdOutputStream(file, FASTEST).setChecksum(true).setWorkers(workers());
    }

    @Override
    InputStream unpack(InputStream file) throws IOException {
      return new ZstdInputStream(file);
    }
  },
  /** Slower; for people whose tools know nothing else. */
  GZ(".tar.gz") {
    @Override
    OutputStream pack(OutputStream file) throws IOException {
      return new FastGzip(file);
    }

    @Override
    InputStream unpack(InputStream file) throws IOException {
      return new GZIPInputStream(file, BUFFER);
    }
  };

  private static final int FASTEST = 1;
  private static final int BUFFER = 1 << 16;

  /** The engine takes one processor, reading and hashing another. */
  private static int workers() {
    return Math.max(0, Math.min(4, Runtime.getRuntime().availableProcessors() - 2));
  }

  private final String extension;

  Packing(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }

  /** Packs what is written; closing it ends the archive and closes the file. */
  abstract OutputStream pack(OutputStream file) throws IOException;

  /** Unpacks, and fails at the end when the content is not what went in. */
  abstract InputStream unpack(InputStream file) throws IOException;

  /** What made a file, by its name. */
  static Optional<Packing> of(String name) {
    return Arrays.stream(values()).filter(it -> name.endsWith(it.extension)).findFirst();
  }

  /** At the level of {@code gzip -1}, which the library offers to those who inherit only. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream file) throws IOException {
      super(file, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}

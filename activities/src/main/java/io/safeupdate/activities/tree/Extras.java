package io.safeupdate.activities.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.TreeMap;

/** Attributes that users gave a file or a directory ({@code user.*}), where there can be any. */
final class Extras {
  private Extras() {}

  /** Makes the attributes of one those of the other. */
  static void give(Path path, Path wanted) throws IOException {
    Map<String, ByteBuffer> given = of(wanted);
    Map<String, ByteBuffer> now = of(path);
    if (given.equals(now)) {
      return;
    }
    UserDefinedFileAttributeView view = view(path);
    for (String name : now.keySet()) {
      if (!given.containsKey(name)) {
        view.delete(name);
      }
    }
    for (Map.Entry<String, ByteBuffer> one : given.entrySet()) {
      view.write(one.getKey(), one.getValue().duplicate());
    }
  }

  static boolean are(Path path, Path wanted) throws IOException {
    return of(path).equals(of(wanted));
  }

  private static Map<String, ByteBuffer> of(Path path) throws IOException {
    Map<String, ByteBuffer> all = new TreeMap<>();
    UserDefinedFileAttributeView view = view(path);
    for (String name : names(view)) {
      ByteBuffer value = ByteBuffer.allocate(view.size(name));
      view.read(name, value);
      all.put(name, value.flip());
    }
    return all;
  }

  /** A file system without such attributes has none. */
  private static Iterable<String> names(UserDefinedFileAttributeView view) {
    try {
      return view.list();
    } catch (IOException | UnsupportedOperationException none) {
      return java.util.List.of();
    }
  }

  private static UserDefinedFileAttributeView view(Path path) {
    return Files.getFileAttributeView(
        path, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}

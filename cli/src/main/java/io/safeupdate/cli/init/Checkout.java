package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.List;

/**
 * What git knows of the application.
 *
 * @param root the top of the checkout, absolute
 * @param files tracked files, relative to the root
 * @param detached whether no branch is checked out, so that {@code branch} is the remote's default
 */
record Checkout(Path root, String remote, String branch, boolean detached, List<String> files) {
  Checkout {
    files = List.copyOf(files);
  }
}

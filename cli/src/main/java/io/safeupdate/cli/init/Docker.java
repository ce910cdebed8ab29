package io.safeupdate.cli.init;

import java.util.List;
import java.util.Optional;

/** What init asks Docker. Changes nothing. */
interface Docker {

  /** All containers that Compose made, in any state, one-offs left out. */
  List<ComposeContainer> containers();

  /** The model that Compose resolves. */
  Resolution resolve(ComposeCall call);

  /** Names of the profiles that the compose files know. */
  List<String> profiles(ComposeCall call);

  /** What a program in a running container prints; empty when it fails. */
  Optional<String> exec(ComposeContainer container, List<String> argv);

  /**
   * What Compose made of the files.
   *
   * @param model empty when it refused
   * @param complaint what it said on stderr
   */
  record Resolution(Optional<ComposeFacts> model, String complaint) {}
}

package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.SecretMask;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What {@code docker compose config --format json} answered. It holds secrets in clear text, so it
 * is never logged or stored, and says nothing of its content in {@code toString}.
 */
public interface ComposeModel {

  /** The resolved project name. */
  String projectName();

  /** Services by name, those of inactive profiles left out. */
  Map<String, ComposeService> services();

  /** Names of top-level volumes and networks as the engine knows them. */
  Set<String> volumeNames();

  Set<String> networkNames();

  /** SHA-256 of the whole model: changes when anything that Compose would act on changes. */
  String hash();

  /** SHA-256 of one service's definition; changes when Compose would recreate it for it. */
  String serviceHash(String service);

  /**
   * The same model with its host paths moved.
   *
   * @param move gives an absolute path its new place, or leaves it
   */
  ComposeModel relocated(UnaryOperator<Path> move);

  /**
   * A compose file (JSON) that only builds: the build sections of the given services, each with the
   * given image reference, in the order of their dependencies, and nothing else. An image that is
   * built from another of them finds it under the given reference. Further {@code tags} of a build
   * section are left out, for live containers may have been made from them.
   */
  String buildFile(Map<String, String> imageByService);

  /**
   * A compose file (JSON) for a one-off of one service: the given image, never pulled, no ports, no
   * labels, no build section, no dependencies, no restart policy, no fixed name or address, its
   * networks and volumes kept. Feeding it to Compose resolves to the same values: dollar signs stay
   * escaped.
   */
  String oneOffFile(String service, String image);

  /**
   * The model as JSON for people: every value of environments, build arguments, labels and driver
   * options, and whatever else looks secret, is replaced by stars. Compose could not run it.
   */
  String withoutSecrets();

  /** Hides the services' secret environment values, whichever file they come from. */
  SecretMask secrets();
}

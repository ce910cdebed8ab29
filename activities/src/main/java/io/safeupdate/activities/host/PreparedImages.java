package io.safeupdate.activities.host;

import io.safeupdate.workflows.contract.activity.Prepared;
import java.util.List;
import java.util.Optional;

/**
 * What prepare made.
 *
 * @param images one for each image reference of the target's model
 * @param migrations pending, as the new image names them; empty when there are none or nobody knows
 * @param why the strategy is what it is
 * @param answer what the workflow was told
 */
public record PreparedImages(
    List<PreparedImage> images, List<String> migrations, String why, Prepared answer) {

  public PreparedImages {
    images = List.copyOf(images);
    migrations = List.copyOf(migrations);
  }

  /**
   * An image of the new version.
   *
   * @param reference what the compose file calls it
   * @param tag our own tag on it
   * @param built from the checkout, rather than pulled
   * @param services that run it
   */
  public record PreparedImage(
      String reference, String id, String tag, boolean built, List<String> services) {
    public PreparedImage {
      services = List.copyOf(services);
    }
  }

  public Optional<PreparedImage> of(String service) {
    return images.stream().filter(image -> image.services().contains(service)).findFirst();
  }
}

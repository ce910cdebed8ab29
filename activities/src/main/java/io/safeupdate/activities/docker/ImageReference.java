package io.safeupdate.activities.docker;

/** An image's name and tag; {@code latest} where none is written. */
record ImageReference(String repository, String tag) {

  static ImageReference parse(String reference) {
    if (reference.contains("@")) {
      throw new IllegalArgumentException("A digest cannot be given to an image: " + reference);
    }
    // The colon of a registry's port comes before the last slash.
    int colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
    return colon < 0
        ? new ImageReference(reference, "latest")
        : new ImageReference(reference.substring(0, colon), reference.substring(colon + 1));
  }
}

package io.safeupdate.activities.docker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images of one application that are built from each other. A Dockerfile names its sibling as the
 * compose file does; built under another name it must find the sibling under that name as well, or
 * it would silently build on the sibling's old version.
 */
final class SiblingImages {
  private static final String FROM = "(?im)^(?<before>\\s*FROM\\s+(?:--\\S+\\s+)*)%s(?=\\s|$)";
  private static final String ARGUMENT = "(?im)^(?<before>\\s*ARG\\s+\\w+=[\"']?)%s(?=[\"']?\\s*$)";
  private static final String COPY =
      "(?im)^(?<before>\\s*(?:COPY|ADD|RUN)\\s.*?from=)%s(?=[\\s,]|$)";

  /** By service: how a Dockerfile may spell its image, and the name to put in its place. */
  private final Map<String, Pattern> spellings = new LinkedHashMap<>();

  private final Map<String, String> prepared;

  /**
   * @param images by service, what the compose file calls its image
   * @param prepared by service, the name it is built under
   */
  SiblingImages(Map<String, String> images, Map<String, String> prepared) {
    this.prepared = prepared;
    images.forEach((service, image) -> spellings.put(service, spellings(image)));
  }

  /** A Dockerfile that finds its siblings under their prepared names, and which those are. */
  Rewritten dockerfile(String text) {
    Rewritten result = new Rewritten(text, Set.of());
    for (String service : prepared.keySet()) {
      result = result.then(service, replace(result.text(), service, FROM));
      result = result.then(service, replace(result.text(), service, ARGUMENT));
      if (!isStage(text, service)) {
        result = result.then(service, replace(result.text(), service, COPY));
      }
    }
    return result;
  }

  /** Likewise for the value of a build argument. */
  Rewritten argument(String value) {
    Rewritten result = new Rewritten(value, Set.of());
    for (String service : prepared.keySet()) {
      if (spellings.get(service).matcher(value).matches()) {
        result = result.then(service, prepared.get(service));
      }
    }
    return result;
  }

  /** A stage may bear an image's name; copying from it means the stage. */
  private boolean isStage(String text, String service) {
    return Pattern.compile("(?im)^\\s*FROM\\s.*\\sAS\\s+" + spellings.get(service) + "\\s*$")
        .matcher(text)
        .find();
  }

  private String replace(String text, String service, String place) {
    Matcher uses = Pattern.compile(place.formatted(spellings.get(service))).matcher(text);
    return uses.replaceAll("${before}" + Matcher.quoteReplacement(prepared.get(service)));
  }

  private static Pattern spellings(String image) {
    ImageReference name = ImageReference.parse(image);
    String tag = ":" + Pattern.quote(name.tag());
    return Pattern.compile(
        "(?:docker\\.io/(?:library/)?)?"
            + Pattern.quote(name.repository())
            + (name.tag().equals("latest") ? "(?:" + tag + ")?" : tag));
  }

  /** A text and the services whose images it was changed to use. */
  record Rewritten(String text, Set<String> siblings) {

    private Rewritten then(String service, String changed) {
      if (changed.equals(text)) {
        return this;
      }
      Set<String> more = new TreeSet<>(siblings);
      more.add(service);
      return new Rewritten(changed, more);
    }
  }
}

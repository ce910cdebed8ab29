package io.safeupdate.e2e;

import java.util.List;
import java.util.Map;

/**
 * Through what somebody looks at a page.
 *
 * @param width of the view in CSS pixels
 * @param height of the view in CSS pixels
 * @param scheme as a style sheet asks for it: {@code light} or {@code dark}
 * @param phone whether it is a phone's view, where a page's {@code viewport} counts
 * @param script whether scripts of pages run
 */
record Look(int width, int height, String scheme, boolean phone, boolean script) {
  static final Look DESKTOP = new Look(1280, 800, "light", false, true);
  static final Look PHONE = new Look(390, 844, "light", true, true);

  Look dark() {
    return new Look(width, height, "dark", phone, script);
  }

  Look withoutScript() {
    return new Look(width, height, scheme, phone, false);
  }

  /** Parameters of the DevTools command {@code Emulation.setDeviceMetricsOverride}. */
  Map<String, Object> metrics() {
    return Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone);
  }

  /** Parameters of the DevTools command {@code Emulation.setEmulatedMedia}. */
  Map<String, Object> media() {
    Map<String, String> colours = Map.of("name", "prefers-color-scheme", "value", scheme);
    Map<String, String> motion = Map.of("name", "prefers-reduced-motion", "value", "reduce");
    return Map.of("features", List.of(colours, motion));
  }

  @Override
  public String toString() {
    return (phone ? "phone" : "desktop") + " " + scheme + (script ? "" : " without script");
  }
}

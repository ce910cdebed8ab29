package io.safeupdate.e2e;

import static org.openqa.selenium.By.xpath;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * Somebody with a real browser, who finds things on a page by what is written there and waits for
 * what comes by itself.
 */
final class Browser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final String PRESSED =
      "//*[self::a or self::button or self::summary][normalize-space()=%1$s or @aria-label=%1$s]";

  private static final String FILLED =
      "//*[self::input or self::select or self::textarea]"
          + "[@id=//label[starts-with(normalize-space(), %1$s)]/@for"
          + " or ancestor::label[starts-with(normalize-space(), %1$s)] or @aria-label=%1$s]";

  private final ChromeDriver driver = Chromium.start();
  private Look look;

  private Browser() {}

  static Browser with(Look look) {
    return new Browser().look(look);
  }

  /** Looks in another way from now on; a page that is open stays as it was loaded. */
  Browser look(Look next) {
    look = next;
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", look.metrics());
    driver.executeCdpCommand("Emulation.setEmulatedMedia", look.media());
    letScriptsRun(look.script());
    return this;
  }

  private void letScriptsRun(boolean letThem) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !letThem));
  }

  Browser open(URI address) {
    driver.get(address.toString());
    return this;
  }

  Browser reload() {
    driver.navigate().refresh();
    return this;
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** Presses a link or a button with these words on it. */
  Browser click(String words) {
    return withOne(xpath(PRESSED.formatted(quoted(words))), WebElement::click);
  }

  /** Writes into the field whose label begins so. */
  Browser fill(String label, String text) {
    return withOne(
        field(label),
        field -> {
          field.clear();
          field.sendKeys(text);
        });
  }

  /** Takes an option, by its words, of the field whose label begins so. */
  Browser choose(String label, String option) {
    return withOne(
        field(label),
        field ->
            field
                .findElement(xpath(".//option[normalize-space()=%s]".formatted(quoted(option))))
                .click());
  }

  private static By field(String label) {
    return xpath(FILLED.formatted(quoted(label)));
  }

  private static String quoted(String words) {
    return '"' + words + '"';
  }

  /** A page that loads itself again may take an element away while it is used: then once more. */
  private Browser withOne(By place, Consumer<WebElement> use) {
    Eventually.holds(
        LIMIT,
        () -> {
          use.accept(shown(place));
          return true;
        });
    return this;
  }

  private WebElement shown(By place) {
    return driver.findElements(place).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + place + " on " + address() + ":\n" + text()));
  }

  /** What a person reads on the page. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** What a person reads in the elements that a CSS selector finds. */
  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** Waits until the page says so by itself. */
  Browser awaitText(String words, Duration limit) {
    Eventually.holds(limit, () -> shows(words));
    return this;
  }

  Browser awaitText(String words) {
    return awaitText(words, LIMIT);
  }

  private boolean shows(String words) {
    if (!text().contains(words)) {
      throw new AssertionError("no \"" + words + "\" on " + address() + ":\n" + text());
    }
    return true;
  }

  /** How wide all of the page is, in CSS pixels. */
  int width() {
    return ((Number) ask("return document.scrollingElement.scrollWidth")).intValue();
  }

  /** What the browser had to complain about since it was last asked: refused, missing, broken. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** Presses a key wherever the focus is. */
  Browser press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
    return this;
  }

  /** What a script in the page returns; it runs even where those of the page do not. */
  Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The same for a script that calls its last argument with the answer. */
  Object askAndWait(String script, Object... arguments) {
    letScriptsRun(true); // what comes later would not, although what comes at once does
    try {
      return driver.executeAsyncScript(script, arguments);
    } finally {
      letScriptsRun(look.script());
    }
  }

  /** A picture of the whole page, as PNG. */
  byte[] picture() {
    Object height = ask("return document.scrollingElement.scrollHeight");
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", look.width(), "height", height, "scale", 1);
    Object png =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
            .get("data");
    return OutputType.BYTES.convertFromBase64Png(String.valueOf(png));
  }

  @Override
  public void close() {
    driver.quit();
  }
}

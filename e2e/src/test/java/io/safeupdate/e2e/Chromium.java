package io.safeupdate.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The distribution's Chromium without a window; every start has a profile of its own. */
final class Chromium {
  private static final Duration PAGE = Duration.ofSeconds(30);

  /** It warns of each browser that is newer than itself; what is used here is older than both. */
  private static final Logger LOG = Logger.getLogger("org.openqa.selenium.devtools");

  private Chromium() {}

  static ChromeDriver start() {
    LOG.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium"));
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--hide-scrollbars");
    options.setPageLoadTimeout(PAGE);
    options.setScriptTimeout(PAGE);
    // Told where both are, the driver looks for neither on the network.
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static File program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + name + " on PATH: `bin/setup --tests` installs it"))
        .toFile();
  }
}

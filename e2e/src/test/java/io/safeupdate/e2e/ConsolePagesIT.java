package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's pages after a good and a broken update, in a real browser. */
class ConsolePagesIT {
  private static final List<Look> LOOKS = List.of(Look.DESKTOP, Look.DESKTOP.dark(), Look.PHONE);
  private static final int LOADS = 10;

  @TempDir static Path directory;
  static GuestBook book;
  static Host host;
  static Browser browser;
  static String updated;
  static String rolledBack;

  @BeforeAll
  static void givenAGoodAndABrokenUpdate() {
    book = GuestBook.started(directory.resolve("app"), "su-e2e-console-pages");
    host = new Host(directory.resolve("host")).with("production", book).patient("PT15S").up();
    book.publish("v2-migration");
    updated = host.update("production").text("/operation");
    book.publish("broken-health-migration");
    rolledBack = host.update("production").text("/operation");
    browser = Browser.with(Look.DESKTOP);
  }

  @AfterAll
  static void cleanUp() {
    browser.close();
    host.close();
    book.close();
  }

  static Stream<String> pages() {
    return Stream.of("", "operations/" + updated, "operations/" + rolledBack);
  }

  static Stream<Arguments> pagesInEveryLook() {
    return pages().flatMap(page -> LOOKS.stream().map(look -> Arguments.of(page, look)));
  }

  private static Browser opened(String page, Look look) {
    return browser.look(look).open(at(page));
  }

  private static URI at(String page) {
    return host.console().resolve(page);
  }

  @ParameterizedTest
  @MethodSource("pagesInEveryLook")
  void axe_finds_nothing_serious(String page, Look look) {
    assertThat(Accessibility.findings(opened(page, look))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_has_to_be_scrolled_sideways_on_a_phone(String page) {
    opened(page, Look.PHONE);

    assertThat(browser.width()).isEqualTo(Look.PHONE.width());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void all_that_can_be_used_is_reached_by_the_keyboard_and_shows_it(String page) {
    assertThat(Keyboard.problems(opened(page, Look.DESKTOP))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_browser_refuses_nothing_of_a_page(String page) {
    opened(page, Look.DESKTOP);

    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void the_first_page_is_small_and_there_at_once() {
    List<PageLoad> loads =
        Stream.generate(() -> PageLoad.of(opened("", Look.DESKTOP))).limit(LOADS).toList();
    // Other tests have the machine too: the quickest shows what the page takes.
    Duration quickest =
        loads.stream().map(PageLoad::time).min(Comparator.naturalOrder()).orElseThrow();
    System.out.println("console: the first page, " + loads);

    assertThat(loads).allMatch(load -> load.bytes() > 0 && load.bytes() < 150_000);
    assertThat(quickest).isLessThan(Duration.ofMillis(200));
  }
}

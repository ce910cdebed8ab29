package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.config.NotificationConfig.Occasion;
import io.safeupdate.config.NotificationConfig.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationConfigTest {
  static final Set<Occasion> USUAL =
      EnumSet.of(Occasion.ROLLED_BACK, Occasion.NEEDS_ATTENTION, Occasion.REJECTED);

  private static final String KEY = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
  private static final String HOOK = "webhook: {url: 'https://h/x', secret: " + KEY + "}";

  @TempDir Path directory;

  static NotificationConfig hook() {
    return new NotificationConfig(
        USUAL,
        Optional.of(List.of(Operation.UPDATE)),
        Optional.empty(),
        Optional.of(
            new WebhookConfig(
                URI.create("http://h/$x"),
                WebhookConfig.Format.SLACK,
                Optional.of(new Secret(KEY)))),
        Optional.empty());
  }

  static NotificationConfig mail() {
    return new NotificationConfig(
        EnumSet.allOf(Occasion.class),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new EmailConfig(
                "mail.example.com",
                2525,
                EmailConfig.Tls.TLS,
                Optional.of("o'brien"),
                Optional.of(new Secret("p${A}$$ #ß")),
                "a+b@example.com",
                List.of("c@example.com", "d@x"))));
  }

  @Test
  void tells_of_what_needs_a_person_unless_told_otherwise() {
    assertThat(receiver(HOOK).outcomes()).isEqualTo(USUAL);
  }

  @Test
  void reads_outcomes_as_they_are_shown() {
    assertThat(receiver("outcomes: [UPDATED, rolled_back]", HOOK).outcomes())
        .containsExactly(Occasion.UPDATED, Occasion.ROLLED_BACK);
  }

  @Test
  void takes_the_secret_from_the_environment() {
    ConfigFixture file = new ConfigFixture(directory, Map.of("HOOK_SECRET", KEY));
    SafeUpdateConfig config =
        file.load(text("webhook: {url: 'https://h/x', secret: \"${HOOK_SECRET}\"}"));

    assertThat(config.notifications().get("ops").webhook().orElseThrow().key())
        .contains("0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({"starttls,587", "tls,465", "none,25"})
  void each_protection_has_its_usual_port(String tls, int port) {
    NotificationConfig receiver =
        receiver("email: {host: h, tls: " + tls + ", from: a@x, to: [b@x]}");

    assertThat(receiver.email().orElseThrow().port()).isEqualTo(port);
  }

  @Test
  void a_password_may_go_in_the_clear_to_this_machine() {
    String login = "tls: none, user: u, password: p, from: a@x, to: [b@x]";

    assertThat(receiver("email: {host: 127.0.0.1, " + login + "}").email()).isPresent();
  }

  @Test
  void prints_neither_addresses_nor_secrets() {
    NotificationConfig receiver =
        receiver("webhook: {url: 'https://h/T0K3N', secret: " + KEY + "}");

    assertThat(receiver.toString()).doesNotContain("T0K3N", KEY);
    assertThat(mail().toString()).doesNotContain("p${A}$$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outcomes: [FAILED] | outcomes[0]: \"FAILED\" is not a word known here (write one of: updated,",
        "outcomes: [ROLED_BACK] | outcomes[0]: \"ROLED_BACK\" is not a word known here (did you mean"
            + " \"rolled_back\"?)",
        "outcomes: [] | outcomes: is an empty list (",
        "operations: [updates] | operations[0]: \"updates\" is not a word known here (did you mean",
        "deployments: [] | deployments: is an empty list (",
        "retries: 3 | retries: unknown key (known here: outcomes, operations, deployments, webhook, email)",
        "email: {host: h, from: a@x, to: [b@x]} | email: stands beside `webhook` (",
      })
  void says_what_is_wrong_with_an_entry(String line, String problem) {
    assertThat(problems(line, HOOK)).singleElement().asString().startsWith(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secret: " + KEY + " | url: is missing (",
        "url: 'https://h/x' | secret: is missing: who receives JSON must be able to tell",
        "url: 'ftp://h/x', secret: " + KEY + " | url: \"***\" is not an http or https URL (",
        "url: 'https://u:p@h/x', secret: " + KEY + " | url: \"***\" holds a user or password (",
        "url: 'https://h/x', format: teams, secret: "
            + KEY
            + " | format: \"teams\" is not a word known here (write one of: json, slack)",
        "url: 'https://h/x', secret: hunter2 | secret: \"***\" does not begin with whsec_ (make one",
        "url: 'https://h/x', secret: 'whsec_*' | secret: \"***\" is not Base64 after whsec_ (",
        "url: 'https://h/x', secret: whsec_c2hvcnQ= | secret: \"***\" is not a key of 24 to 64",
      })
  void says_what_is_wrong_with_a_webhook(String keys, String problem) {
    assertThat(problems("webhook: {" + keys + "}"))
        .singleElement()
        .asString()
        .startsWith("webhook." + problem);
  }

  @Test
  void a_chat_needs_no_secret() {
    NotificationConfig receiver = receiver("webhook: {url: 'https://h/x', format: slack}");

    assertThat(receiver.webhook().orElseThrow().secret()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: a@x, to: [b@x] | host: is missing (",
        "host: 'h o', from: a@x, to: [b@x] | host: \"h o\" is not the name of a host (",
        "host: h, port: 0, from: a@x, to: [b@x] | port: \"0\" is not a whole number from 1",
        "host: h, tls: ssl, from: a@x, to: [b@x] | tls: \"ssl\" is not a word known here (",
        "host: h, from: a@x, to: [] | to: is an empty list (",
        "host: h, from: a@x | to: is missing (",
        "host: h, from: a@x, to: [b] | to[0]: \"b\" is not an e-mail address (",
        "host: h, user: u, from: a@x, to: [b@x] | password: is missing, and the other",
        "host: h, password: p, from: a@x, to: [b@x] | user: is missing, and the other",
        "host: h, tls: none, user: u, password: p, from: a@x, to: [b@x] | tls: is none, and",
      })
  void says_what_is_wrong_with_an_address(String keys, String problem) {
    assertThat(problems("email: {" + keys + "}"))
        .singleElement()
        .asString()
        .startsWith("email." + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@x\\r\\nBcc: c@x", "Ops <a@x>", "a@x, c@x", "a b@x", "@x", "a@x\\u0000"})
  void an_address_cannot_hide_another_header(String address) {
    assertThat(problems("email: {host: h, from: \"" + address + "\", to: [b@x]}"))
        .singleElement()
        .asString()
        .contains("is not an e-mail address");
  }

  @Test
  void an_entry_needs_a_way_to_tell() {
    assertThat(problems("outcomes: [UPDATED]"))
        .singleElement()
        .asString()
        .startsWith("webhook: is missing, and so is `email` (");
  }

  @Test
  void refuses_a_deployment_that_there_is_not() {
    assertThat(new ConfigFixture(directory).problems(text("deployments: [prod]", HOOK)))
        .singleElement()
        .asString()
        .contains("notifications: ops names the deployment prod, which there is not (");
  }

  @Test
  void refuses_a_name_that_cannot_stand_in_an_id() {
    assertThat(
            new ConfigFixture(directory)
                .problems("notifications: {'a/b': {webhook: {url: 'http://h', format: slack}}}"))
        .singleElement()
        .asString()
        .contains("is not a name for a receiver of notifications (");
  }

  private NotificationConfig receiver(String... lines) {
    return new ConfigFixture(directory).load(text(lines)).notifications().get("ops");
  }

  private List<String> problems(String... lines) {
    return new ConfigFixture(directory)
        .problems(text(lines)).stream()
            .map(it -> it.replaceFirst("^safe-update.yml:\\d+: notifications.ops.", ""))
            .toList();
  }

  private static String text(String... lines) {
    StringBuilder text = new StringBuilder("notifications:\n  ops:\n");
    for (String line : lines) {
      text.append("    ").append(line).append('\n');
    }
    return text.append(ConfigFixture.production()).toString();
  }
}

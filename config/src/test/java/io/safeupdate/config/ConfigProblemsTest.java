package io.safeupdate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigProblemsTest {
  private static final String DATABASE = "database: {service: postgres}";

  @TempDir Path directory;

  @Test
  void names_file_line_key_and_the_key_that_was_meant() {
    assertThat(file().problems(ConfigFixture.production("remote: origin", "helth: {}")))
        .containsExactly(
            "safe-update.yml:7: deployments.production.helth: unknown key (did you mean"
                + " \"health\"?)");
  }

  @Test
  void gives_the_parts_of_a_problem() {
    assertThatThrownBy(() -> file().load("host: 'two words'"))
        .isInstanceOfSatisfying(
            ConfigException.class,
            exception -> {
              Problem problem = exception.problems().get(0);
              assertThat(problem.file()).isEqualTo(file().file);
              assertThat(problem.line()).hasValue(1);
              assertThat(problem.key()).isEqualTo("host");
              assertThat(problem.value()).contains("two words");
              assertThat(problem.message()).isEqualTo("is not a name for a host");
              assertThat(problem.remedy()).contains("letters, digits");
            });
  }

  @Test
  void tells_all_problems_at_once_in_the_order_of_the_file() {
    List<String> problems =
        file()
            .problems(
                """
                temporl: {}
                host: -x
                deployments:
                  two words:
                    composeFiles: docker-compose.yml
                    retention: {backups: many, restorePoints: 0}
                    update: {restart: change, trial: yes}
                    migrate: [python, manage.py, migrate]
                """);

    assertThat(problems)
        .containsExactly(
            "safe-update.yml:1: temporl: unknown key (did you mean \"temporal\"?)",
            "safe-update.yml:2: host: \"-x\" is not a name for a host (use up to 63 letters,"
                + " digits, `_`, `.` and `-`, a letter or digit first)",
            "safe-update.yml:4: deployments.two words: is not a name for a deployment (use up to 63"
                + " letters, digits, `_`, `.` and `-`, a letter or digit first, no `..`, no `.` or"
                + " `.lock` last)",
            "safe-update.yml:5: deployments.two words.directory: is missing (add `directory: …`"
                + " here)",
            "safe-update.yml:5: deployments.two words.composeFiles: \"docker-compose.yml\" must be"
                + " a list, not a single value (write it as [first, second])",
            "safe-update.yml:5: deployments.two words.branch: is missing (add `branch: …` here)",
            "safe-update.yml:6: deployments.two words.retention.restorePoints: \"0\" is not a whole"
                + " number from 1 to 10000 (write one, in digits)",
            "safe-update.yml:6: deployments.two words.retention.backups: \"many\" is not a whole"
                + " number from 1 to 10000 (write one, in digits)",
            "safe-update.yml:7: deployments.two words.update.trial: \"yes\" is neither true nor"
                + " false (write true or false)",
            "safe-update.yml:7: deployments.two words.update.restart: \"change\" is not a word"
                + " known here (did you mean \"changed\"?)",
            "safe-update.yml:8: deployments.two words.migrate: must be a mapping, not a list (write"
                + " `key: value` lines below it)");
  }

  @Test
  void cuts_the_message_short_but_not_the_list() {
    String text =
        IntStream.range(0, 40).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());

    assertThatThrownBy(() -> file().load(text))
        .hasMessageEndingWith("\nand 15 more problems")
        .isInstanceOfSatisfying(ConfigException.class, it -> assertThat(it.problems()).hasSize(40));
  }

  @ParameterizedTest
  @CsvSource({
    "compose_files, composeFiles",
    "compose-files, composeFiles",
    "Branch, branch",
    "databse, database",
    "wirters, writers",
    "envfile, envFile",
  })
  void knows_what_was_meant(String written, String meant) {
    assertThat(file().problemsOf(written + ": x"))
        .contains(written + ": unknown key (did you mean \"" + meant + "\"?)");
  }

  @Test
  void lists_the_known_keys_when_none_is_near() {
    assertThat(file().problemsOf("media: {service: a, path: /m, bucket: b}"))
        .containsExactly("media.bucket: unknown key (known here: service, path, compression)");
  }

  @Test
  void refuses_a_key_that_is_there_twice() {
    assertThat(file().problems(ConfigFixture.production("remote: a", "remote: b")))
        .containsExactly(
            "safe-update.yml:7: deployments.production.remote: is here twice, first on line 6 (keep"
                + " one of the two)");
  }

  @Test
  void names_the_variable_that_is_not_set() {
    assertThat(file().problemsOf("remote: ${REMOTE}", "envFile: '${X:-${Y}}'", "project: ${a"))
        .containsExactly(
            "remote: \"${REMOTE}\" needs the environment variable REMOTE, which is not set (set it,"
                + " or write ${REMOTE:-default})",
            "envFile: \"${X:-${Y}}\" holds a `${` that names no environment variable (write"
                + " ${NAME}, ${NAME:-default}, or $${ for the two characters themselves)",
            "project: \"${a\" holds a `${` that names no environment variable (write ${NAME},"
                + " ${NAME:-default}, or $${ for the two characters themselves)");
  }

  @Test
  void shows_no_value_that_may_be_secret() {
    Map<String, String> environment = Map.of("SECRET_DURATION", "hunter2");
    String text =
        ConfigFixture.production(
            "database: postgres://admin:hunter2@db/app",
            "health: {soak: '${SECRET_DURATION}', http: [{url: 'ftp://u:hunter2@h/'}]}",
            "remote: https://x:hunter2@example.org/a.git?private_token=hunter2",
            "branch: token=hunter2 x",
            "writers: curl --password hunter2 https://u:hun/ter2@h",
            "media: {service: 'a b', path: 'x?password=hunter2', apiToken: hunter2}");

    assertThatThrownBy(() -> new ConfigFixture(directory, environment).load(text))
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("ter2")
        .hasMessageContaining("ftp://***@h/")
        .hasMessageContaining("${SECRET_DURATION}")
        .hasMessageContaining("private_token=***");
  }

  @Test
  void wants_to_know_how_a_database_migrates() {
    assertThat(file().problemsOf(DATABASE))
        .containsExactly(
            "migrate: is missing, and there is a database (add `migrate: {service: …, command:"
                + " […]}`, `migrate: onStart` or `migrate: none`)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onStart", "{service: web, command: [migrate]}"})
  void refuses_migrations_without_a_database(String migrate) {
    assertThat(file().problemsOf("migrate: " + migrate))
        .singleElement()
        .asString()
        .startsWith("migrate: has no database that could be brought back");
  }

  @Test
  void refuses_a_restore_mode_without_a_database() {
    assertThat(file().problemsOf("update: {restoreMode: swap}"))
        .containsExactly(
            "update: restoreMode is set, and there is no database (leave restoreMode out)");
  }

  @Test
  void refuses_a_restore_command_that_does_not_say_which_backup() {
    assertThat(file().problemsOf("database: {service: db, restore: [restore]}", "migrate: none"))
        .containsExactly("database.restore: does not say which backup (add \"{backup}\" to it)");
  }

  @Test
  void keeps_the_database_running() {
    assertThat(file().problemsOf(DATABASE, "migrate: none", "writers: [web, postgres]"))
        .containsExactly(
            "writers: names the database, which must run while it is copied (remove postgres)");
    assertThat(file().problemsOf("writers: [web]", "stateless: [proxy, web]"))
        .containsExactly(
            "stateless: names a service that is also in `writers` (keep one of the two)");
  }

  @Test
  void keeps_its_state_out_of_checkouts() {
    assertThat(
            file().problems("stateDirectory: /srv/app/../app/state\n" + ConfigFixture.production()))
        .containsExactly(
            "safe-update.yml:1: stateDirectory: lies inside the checkout of deployment production"
                + " (choose a directory outside of every checkout)");
    assertThat(file().problems("stateDirectory: /srv/app\n" + ConfigFixture.production()))
        .hasSize(1);
    assertThat(file().load("stateDirectory: /srv/app2\n" + ConfigFixture.production())).isNotNull();
  }

  @Test
  void keeps_deployments_apart() {
    String other =
        "  staging: {directory: /srv/app/, composeFiles: [a.yml], branch: x, project: p}";

    assertThat(file().problems(ConfigFixture.production("project: p") + other))
        .containsExactly(
            "safe-update.yml:7: deployments.staging.directory: is also that of deployment"
                + " production (give each deployment a checkout and a project of its own)",
            "safe-update.yml:7: deployments.staging.project: is also that of deployment"
                + " production (give each deployment a checkout and a project of its own)");
  }

  @Test
  void keeps_deployments_apart_whatever_their_checkouts_are_called() throws IOException {
    Path checkout = Files.createDirectory(directory.resolve("checkout"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), checkout);
    String deployments =
        """
        stateDirectory: %s/state
        deployments:
          one: {directory: %s, composeFiles: [a.yml], branch: x}
          two: {directory: %s, composeFiles: [a.yml], branch: x}
        """
            .formatted(link, checkout, link);

    assertThat(file().problems(deployments))
        .containsExactly(
            "safe-update.yml:1: stateDirectory: lies inside the checkout of deployment one (choose"
                + " a directory outside of every checkout)",
            "safe-update.yml:1: stateDirectory: lies inside the checkout of deployment two (choose"
                + " a directory outside of every checkout)",
            "safe-update.yml:4: deployments.two.directory: is also that of deployment one (give"
                + " each deployment a checkout and a project of its own)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3m | write PT3M",
        "90 seconds | write PT90S",
        "7 days | write P7D",
        "soon | write one such as PT30S, PT3M, PT1H or P7D",
        "P1M | write one such as PT30S, PT3M, PT1H or P7D",
        "PT99999999999999999999S | write one such as PT30S, PT3M, PT1H or P7D",
        "P4000D | write a shorter duration",
        "PT0S | write a duration such as PT10S",
        "PT-1S | write a duration from PT0S on",
      })
  void says_how_to_write_a_duration(String written, String remedy) {
    assertThat(file().problemsOf("health: {timeout: " + written + "}"))
        .singleElement()
        .asString()
        .startsWith("health.timeout: \"" + written + "\"")
        .endsWith("(" + remedy + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temporal: {address: 'localhost'} | has no port (write localhost:7233, or `embedded`)",
        "temporal: {address: 'http://h:7233'} | is not an address",
        "temporal: {address: 'h:70000'} | is not a whole number from 1 to 65535",
        "temporal: {namespace: ' '} | is empty (write a value, or leave the key out)",
        "temporal: embedded | must be a mapping, not a single value",
        "host: [a] | host: must be a single value, not a list",
        "stateDirectory: ~bob/state | names another user's home",
        "stateDirectory: \"a\\0b\" | holds a NUL character",
        "exportRoots: /srv | must be a list",
        "exportRoots: [{}] | exportRoots[0]: must be a single value, not a mapping",
        "exportRoots: {a: b} | exportRoots: must be a list, not a mapping",
        "exportRoots: [~] | exportRoots[0]: must be a single value, not nothing",
        "deployments: [] | must be a mapping, not a list",
        "deployments: {x: 1} | deployments.x: \"1\" must be a mapping",
        "deployments: {x: {}} | deployments.x.branch: is missing",
        "server: 8080 | server: \"8080\" must be a mapping",
        "server: {a: '${NO}'} | server.a: \"${NO}\" needs the environment variable NO",
      })
  void refuses_what_a_host_key_cannot_be(String line, String problem) {
    assertThat(String.join("\n", file().problems(line))).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "composeFiles: [] | composeFiles: names no file",
        "branch: -x | branch: \"-x\" is not the name of a git branch (write its short name",
        "branch: refs/heads/main | is not the name of a git branch",
        "branch: a..b | is not the name of a git branch",
        "remote: https://example.org/a.git | is not the name of a git remote",
        "project: Big | is not a name for a Compose project",
        "profiles: [ok, 'not ok'] | profiles[1]: \"not ok\" is not the name of a profile",
        "writers: [a/b] | writers[0]: \"a/b\" is not the name of a service",
        "media: {service: web, path: media} | media.path: \"media\" is not a directory inside",
        "media: {service: web, path: /} | is not a directory inside a container",
        "media: {service: web, path: /a/../..} | is not a directory inside a container",
        "media: {service: web} | media.path: is missing",
        "database: {backup: ['']} | database.backup: names no program",
        "database: {backup: pg_dump} | database.backup: \"pg_dump\" must be a list",
        "database: {} | database.service: is missing",
        "migrate: always | is not a way to migrate (write onStart, none, or {service",
        "migrate: {service: web} | migrate.command: is missing",
        "health: {http: [{url: '/x'}]} | health.http[0].url: \"/x\" is not an http or https URL",
        "health: {http: [{url: 'http://a b'}]} | is not a URL",
        "health: {http: [{url: 'http:///x'}]} | is not a URL",
        "health: {http: [{url: 'http://h:99999/'}]} | is not a URL with a valid host and port",
        "health: {http: [{url: 'http://u:p@h/'}]} | holds a user or password",
        "health: {http: ['http://h/']} | health.http[0]: \"http://h/\" must be a mapping",
        "health: {http: [{url: 'http://h/', statsu: 204}]} | http[0].statsu: unknown key (did you",
        "health: {http: [{status: 200}]} | health.http[0].url: is missing",
        "health: {http: [{url: 'http://h/', status: 99}]} | whole number from 100 to 599",
        "health: {http: [{url: 'http://h/', port: 80}]} | port: is a port of no service",
        "update: {localChanges: stash} | is not a word known here (write one of: refuse)",
        "update: {checkout: rsync} | is not a word known here (write one of: git, copy)",
        "update: {onFailure: rolback} | did you mean \"rollback\"?",
        "acceptsCopies: 1 | acceptsCopies: \"1\" is neither true nor false",
        "retention: {backups: 1e3} | is not a whole number",
        "retention: {backups: 99999999999999} | is not a whole number",
        "directory: | directory: is missing",
      })
  void refuses_what_a_deployment_key_cannot_be(String line, String problem) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String text =
        ConfigFixture.production()
            .lines()
            .filter(it -> !it.strip().startsWith(key))
            .collect(Collectors.joining("\n", "", "\n    " + line));

    assertThat(String.join("\n", file().problems(text))).contains(problem);
  }

  private ConfigFixture file() {
    return new ConfigFixture(directory);
  }
}

package io.safeupdate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkouts that are not plain clones. */
class CheckoutKindsIT {
  private static final String COMPOSE =
      """
      services:
        web:
          build: .
          restart: always
          ports: ["127.0.0.1:${PORT}:8000"]
      """;

  /** Only git allows such names; nothing on the way may take them for something else. */
  private static final String ODD_FILE = "-odd ü/'\"$(exit 1)\n*[?].txt";

  private static final String ODD_BRANCH = "feature/ü'\"$(x)";

  @TempDir static Path directory;
  static SmallApp shallow;
  static SmallApp worktree;
  static Path clone;
  static Host host;

  @BeforeAll
  static void givenTwoRunningApplications() {
    shallow = prepared("su-e2e-shallow").start("--depth", "1");
    worktree = prepared("su-e2e-worktree");
    clone = directory.resolve("clone");
    Path place = directory.resolve("worktree");
    git("clone", "-q", worktree.remote().toString(), clone.toString());
    git("-C", clone.toString(), "switch", "-q", "-c", "parked");
    git("-C", clone.toString(), "worktree", "add", "-q", place.toString(), "master");
    worktree.startIn(place);
    host = Host.sharingUp(directory.resolve("host")).init(shallow).init(worktree).up();
  }

  private static SmallApp prepared(String name) {
    SmallApp app = new SmallApp(directory.resolve(name), name).take("app.py", "Dockerfile");
    app.put("compose.yml", COMPOSE);
    app.put("OLD", "a commit that a shallow clone does not have").publish("Start");
    app.put(ODD_FILE, "of 1").release("1");
    return app;
  }

  @AfterAll
  static void cleanUp() {
    shallow.close();
    worktree.close();
  }

  @Test
  void a_shallow_clone_goes_back_and_forward() {
    assertThat(shallow.git("rev-parse", "--is-shallow-repository")).isEqualTo("true");

    goesBackAndForward(shallow);
  }

  @Test
  void a_worktree_goes_back_and_forward_and_its_sibling_stays() {
    String parked = git("-C", clone.toString(), "rev-parse", "parked");

    goesBackAndForward(worktree);

    assertThat(git("-C", clone.toString(), "rev-parse", "HEAD", "parked"))
        .isEqualTo(parked + "\n" + parked);
    assertThat(clone.resolve("RELEASE")).hasContent("1");
    assertThat(git("-C", clone.toString(), "status", "--porcelain")).isEmpty();
  }

  private static void goesBackAndForward(SmallApp app) {
    String name = app.project().name();
    SmallApp.State before = app.state();
    app.put(ODD_FILE, "of 2").release("2 exits");

    Host.Answer broken = host.update(name);

    assertThat(broken.outcome()).as(broken.run().toString()).isEqualTo("ROLLED_BACK");
    assertThat(app.state()).isEqualTo(before);
    assertThat(app.checkout().resolve(ODD_FILE)).hasContent("of 1");
    String target = app.put(ODD_FILE, "of 3").release("3");

    Host.Answer good = host.update(name);

    assertThat(good.outcome()).as(good.run().toString()).isEqualTo("UPDATED");
    assertThat(app.state())
        .returns(target, SmallApp.State::commit)
        .returns("master", SmallApp.State::branch)
        .returns("", SmallApp.State::changes)
        .returns("3", SmallApp.State::release);
    assertThat(app.checkout().resolve(ODD_FILE)).hasContent("of 3");
    assertThat(app.compose("exec", "-T", "web", "cat", "/app/" + ODD_FILE)).isEqualTo("of 3");
  }

  @Test
  void a_branch_with_an_odd_name_is_gone_to_and_an_option_is_none() {
    String name = shallow.project().name();
    String target = shallow.release("4");
    git("--git-dir=" + shallow.remote(), "branch", ODD_BRANCH, "master");

    Host.Answer odd = host.update(name, "--to", ODD_BRANCH);

    assertThat(odd.outcome()).as(odd.run().toString()).isEqualTo("UPDATED");
    assertThat(shallow.state())
        .returns(target, SmallApp.State::commit)
        .returns("4", SmallApp.State::release);
    Run option = host.run("update", name, "--to=--upload-pack=x");
    assertThat(option.exitCode()).as(option.toString()).isEqualTo(2);
  }

  private static String git(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Run.of(directory, command).orFail().text();
  }
}

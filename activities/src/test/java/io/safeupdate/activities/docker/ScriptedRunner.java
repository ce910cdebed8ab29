package io.safeupdate.activities.docker;

import io.safeupdate.activities.process.Command;
import io.safeupdate.activities.process.CompletedProcess;
import io.safeupdate.activities.process.ProcessRunner;
import io.safeupdate.activities.process.Watcher;
import java.util.ArrayList;
import java.util.List;

/** Answers every command with the same end, and remembers what was asked. */
final class ScriptedRunner implements ProcessRunner {
  final List<Command> commands = new ArrayList<>();
  private final CompletedProcess end;

  ScriptedRunner(CompletedProcess end) {
    this.end = end;
  }

  static ScriptedRunner printing(String stdout) {
    return new ScriptedRunner(new CompletedProcess(0, stdout, "", stdout.lines().toList()));
  }

  static ScriptedRunner failing(int exitCode, String stderr) {
    return new ScriptedRunner(new CompletedProcess(exitCode, "", stderr, stderr.lines().toList()));
  }

  @Override
  public CompletedProcess run(Command command, Watcher watcher) {
    commands.add(command);
    end.lines().forEach(watcher::line);
    watcher.tick();
    return end;
  }

  Command command() {
    return commands.get(commands.size() - 1);
  }
}

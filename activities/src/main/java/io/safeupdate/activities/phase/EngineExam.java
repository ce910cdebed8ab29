package io.safeupdate.activities.phase;

import io.safeupdate.activities.docker.Engine;

/** Docker answers, and is new enough. */
final class EngineExam implements Examination {

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public void examine(Findings findings) {
    Engine.Info info = findings.host().engine().info();
    String compose = findings.host().compose().version();
    findings.ok(name(), "Docker Engine " + info.version() + ", Compose " + compose);
  }
}

package io.safeupdate.activities.phase;

import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.config.HttpProbe;

/** The baseline: which probes pass before anything is touched. */
final class HealthExam implements Examination {

  @Override
  public String name() {
    return "health";
  }

  @Override
  public void examine(Findings findings) {
    for (HttpProbe probe : findings.deployment().config().health().http()) {
      HttpProbes.Answer answer = findings.host().probes().ask(probe);
      findings.probes.put(probe.url().toString(), answer.passed());
      if (answer.passed()) {
        findings.ok(name(), probe.url() + " answers " + answer.answer());
      } else {
        findings.warn(
            name(),
            "already before the update, " + answer.words() + ".",
            "It will not be held against the new version, unless no probe passes.");
      }
    }
  }
}

package io.safeupdate.activities.phase;

import java.util.Optional;

/** The checkout's commit, whatever else is the matter with it: nobody moves it. */
final class StandingCheckout implements Examination {

  @Override
  public String name() {
    return "checkout";
  }

  @Override
  public void examine(Findings findings) {
    findings.checkout = Optional.of(findings.deployment().checkout().state());
    findings.ok(name(), "at " + Commits.abbreviated(findings.from().orElseThrow()));
  }
}

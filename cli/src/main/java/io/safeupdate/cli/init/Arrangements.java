package io.safeupdate.cli.init;

import io.safeupdate.cli.output.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out how an application runs: what its containers say, else what its files suggest. */
final class Arrangements {
  private final Docker docker;
  private final Checkout checkout;
  private final Wishes wishes;
  private final Findings findings;

  Arrangements(Docker docker, Checkout checkout, Wishes wishes, Findings findings) {
    this.docker = docker;
    this.checkout = checkout;
    this.wishes = wishes;
    this.findings = findings;
  }

  /**
   * Finds the one arrangement.
   *
   * @throws Refusal when there is none, or more than one
   */
  Arrangement find() {
    RunningProject running = RunningProject.find(docker, checkout, wishes);
    return recorded(running).orElseGet(() -> suggested(running));
  }

  private Optional<Arrangement> recorded(RunningProject running) {
    if (!wishes.composeFiles().isEmpty()) {
      return Optional.empty();
    }
    return running.call(wishes).flatMap(call -> resolved(call, running));
  }

  private Optional<Arrangement> resolved(ComposeCall call, RunningProject running) {
    Docker.Resolution resolution = docker.resolve(call);
    if (resolution.model().isEmpty()) {
      findings.warn(
          "the containers were made from files that Compose refuses now: "
              + resolution.complaint());
    }
    return resolution.model().map(model -> withProfiles(call, model, running));
  }

  private Arrangement suggested(RunningProject running) {
    List<String> complaints = new ArrayList<>();
    List<Arrangement> usable = new ArrayList<>();
    for (ComposeCall call : new Candidates(checkout.root(), wishes).calls()) {
      Docker.Resolution resolution = docker.resolve(call);
      Optional<Arrangement> arrangement =
          resolution.model().map(model -> withProfiles(call, model, running));
      if (arrangement.isPresent() && resolution.complaint().isEmpty()) {
        return arrangement.get();
      }
      arrangement.ifPresent(usable::add);
      complaints.add(names(call) + ": " + resolution.complaint());
    }
    if (usable.isEmpty()) {
      throw none(complaints);
    }
    complaints.forEach(findings::warn);
    return usable.get(0);
  }

  private Refusal none(List<String> complaints) {
    if (complaints.isEmpty()) {
      return Refusal.usage(
          "no compose file lies in " + checkout.root(), "name it with --compose-file FILE");
    }
    return Refusal.usage(
        "Compose refuses every compose file in %s:%n%s"
            .formatted(checkout.root(), String.join("\n", complaints)),
        "name the right ones with --compose-file FILE and --env-file FILE");
  }

  /** A service that runs although only a profile has it tells that the profile is active. */
  private Arrangement withProfiles(ComposeCall call, ComposeFacts model, RunningProject running) {
    List<String> known = call.profiles().isEmpty() ? docker.profiles(call) : List.of();
    if (known.isEmpty() || model.services().keySet().containsAll(running.services())) {
      return new Arrangement(call, model, running.containers());
    }
    Optional<ComposeFacts> all = docker.resolve(call.withProfiles(known)).model();
    List<String> active =
        all.map(ComposeFacts::services).orElse(Map.of()).values().stream()
            .filter(service -> running.services().contains(service.name()))
            .flatMap(service -> service.profiles().stream())
            .distinct()
            .toList();
    ComposeCall narrowed = call.withProfiles(active);
    ComposeFacts found = docker.resolve(narrowed).model().orElse(model);
    return new Arrangement(narrowed, found, running.containers());
  }

  private static String names(ComposeCall call) {
    return call.files().stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.joining(" + "));
  }
}

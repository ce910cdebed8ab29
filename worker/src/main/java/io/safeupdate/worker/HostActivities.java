package io.safeupdate.worker;

import io.safeupdate.activities.docker.ComposeCli;
import io.safeupdate.activities.docker.DockerEngine;
import io.safeupdate.activities.docker.Engine;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.git.Checkouts;
import io.safeupdate.activities.health.HttpProbes;
import io.safeupdate.activities.host.RoomWatch;
import io.safeupdate.activities.host.StateDirectory;
import io.safeupdate.activities.phase.ActivityHeartbeats;
import io.safeupdate.activities.phase.BackupFilesPhase;
import io.safeupdate.activities.phase.BackupPhase;
import io.safeupdate.activities.phase.BeginPhase;
import io.safeupdate.activities.phase.CheckoutPhase;
import io.safeupdate.activities.phase.CopyPhase;
import io.safeupdate.activities.phase.EvidencePhase;
import io.safeupdate.activities.phase.FinishPhase;
import io.safeupdate.activities.phase.Host;
import io.safeupdate.activities.phase.InspectPhase;
import io.safeupdate.activities.phase.MakeBackupPhase;
import io.safeupdate.activities.phase.MediaPhase;
import io.safeupdate.activities.phase.MigratePhase;
import io.safeupdate.activities.phase.PreflightPhase;
import io.safeupdate.activities.phase.PreparePhase;
import io.safeupdate.activities.phase.PullPhase;
import io.safeupdate.activities.phase.QuiescePhase;
import io.safeupdate.activities.phase.RebuildPhase;
import io.safeupdate.activities.phase.RecordPhase;
import io.safeupdate.activities.phase.RecoverPhase;
import io.safeupdate.activities.phase.RestartPhase;
import io.safeupdate.activities.phase.RestorePhase;
import io.safeupdate.activities.phase.RollbackPhase;
import io.safeupdate.activities.phase.SnapshotPhase;
import io.safeupdate.activities.phase.TrialPhase;
import io.safeupdate.activities.phase.VerifyPhase;
import io.safeupdate.activities.process.ForkedProcessRunner;
import io.safeupdate.activities.process.Orphans;
import io.safeupdate.activities.process.ProcessRunner;
import io.safeupdate.config.ConfigException;
import io.safeupdate.config.ConfigLoader;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.config.UnknownDeploymentException;
import io.safeupdate.workflows.contract.FailureType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The object graph of a host's activities, made by hand. */
public final class HostActivities {
  /** So long monitoring waits for the engine. */
  private static final Duration GLANCE = Duration.ofSeconds(3);

  private HostActivities() {}

  /**
   * Work on this machine. Ends what a worker that was killed left running.
   *
   * @param started the configuration that the process started with: fixes host and state directory;
   *     deployments are read anew from its file
   * @param inherited our environment
   */
  public static HostWork of(
      SafeUpdateConfig started, ConfigLoader loader, Map<String, String> inherited) {
    Orphans orphans = new Orphans(started.stateDirectory());
    orphans.end();
    Map<String, String> environment = orphans.marked(inherited);
    CurrentConfig current = new CurrentConfig(started, loader);
    ProcessRunner runner = ForkedProcessRunner.inheriting(environment);
    Engine engine = DockerEngine.ofDockerCommand(runner, environment);
    Checkouts checkouts = new Checkouts(environment);
    StateDirectory state = new StateDirectory(started.stateDirectory());
    Host host =
        new Host(
            started.host(),
            state,
            name -> read(() -> current.apply(name)),
            ComposeCli.beside(engine, runner),
            engine,
            checkouts::open,
            new HttpProbes(),
            new ActivityHeartbeats(),
            new TemporalRuns(),
            Clock.systemUTC());
    Engine watched = DockerEngine.ofDockerCommand(runner, environment, GLANCE);
    return work(host, current, new HostVitals(host, watched));
  }

  private static <T> T read(Supplier<T> config) {
    try {
      return config.get();
    } catch (ConfigException | UnknownDeploymentException e) {
      throw new StepFailure(FailureType.CONFIG_INVALID, e.getMessage(), e);
    }
  }

  private static HostWork work(Host host, CurrentConfig current, Vitals vitals) {
    return new HostWork(
        phases(host, () -> read(current).exportRoots()),
        host::journal,
        host::holdsLock,
        current,
        new RoomWatch(host.state()),
        vitals);
  }

  private static List<Object> phases(Host host, Supplier<List<Path>> exportRoots) {
    return List.of(
        new PreflightPhase(host),
        new PreparePhase(host),
        new BackupPhase(host),
        new QuiescePhase(host),
        new SnapshotPhase(host),
        new RecordPhase(host),
        new PullPhase(host),
        new MigratePhase(host),
        new TrialPhase(host),
        new RebuildPhase(host),
        new RestartPhase(host),
        new VerifyPhase(host),
        new EvidencePhase(host),
        new FinishPhase(host),
        new RecoverPhase(host),
        new BeginPhase(host),
        new MakeBackupPhase(host),
        new RestorePhase(host),
        new CopyPhase(host),
        new BackupFilesPhase(host, exportRoots),
        new RollbackPhase(host),
        new CheckoutPhase(host),
        new MediaPhase(host),
        new InspectPhase(host));
  }
}

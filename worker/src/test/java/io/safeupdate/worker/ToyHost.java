package io.safeupdate.worker;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.host.StepJournal;
import io.safeupdate.config.SafeUpdateConfig;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.Policy;
import io.safeupdate.workflows.contract.Strategy;
import io.safeupdate.workflows.contract.activity.BackupActivities;
import io.safeupdate.workflows.contract.activity.BeginActivities;
import io.safeupdate.workflows.contract.activity.Begun;
import io.safeupdate.workflows.contract.activity.FinishActivities;
import io.safeupdate.workflows.contract.activity.InspectActivities;
import io.safeupdate.workflows.contract.activity.Made;
import io.safeupdate.workflows.contract.activity.MakeBackupActivities;
import io.safeupdate.workflows.contract.activity.MigrateActivities;
import io.safeupdate.workflows.contract.activity.Preflight;
import io.safeupdate.workflows.contract.activity.PreflightActivities;
import io.safeupdate.workflows.contract.activity.PrepareActivities;
import io.safeupdate.workflows.contract.activity.Prepared;
import io.safeupdate.workflows.contract.activity.PullActivities;
import io.safeupdate.workflows.contract.activity.QuiesceActivities;
import io.safeupdate.workflows.contract.activity.RebuildActivities;
import io.safeupdate.workflows.contract.activity.RecordActivities;
import io.safeupdate.workflows.contract.activity.RestartActivities;
import io.safeupdate.workflows.contract.activity.SnapshotActivities;
import io.safeupdate.workflows.contract.activity.TrialActivities;
import io.safeupdate.workflows.contract.activity.Verified;
import io.safeupdate.workflows.contract.activity.VerifyActivities;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A host whose every activity succeeds at once, unless a test says otherwise. */
public final class ToyHost {
  private static final Class<?>[] INTERFACES = {
    PreflightActivities.class,
    PrepareActivities.class,
    BackupActivities.class,
    BeginActivities.class,
    MakeBackupActivities.class,
    QuiesceActivities.class,
    SnapshotActivities.class,
    RecordActivities.class,
    PullActivities.class,
    MigrateActivities.class,
    TrialActivities.class,
    RebuildActivities.class,
    RestartActivities.class,
    VerifyActivities.class,
    FinishActivities.class,
    InspectActivities.class
  };

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Map<String, Deed> deeds = new ConcurrentHashMap<>();
  private volatile OnFailure onFailure = OnFailure.ROLLBACK;

  /** What an activity does before it succeeds. */
  @FunctionalInterface
  public interface Deed {
    void run(ActivityExecutionContext context) throws InterruptedException;
  }

  public ToyHost holdingOnFailure() {
    onFailure = OnFailure.HOLD;
    return this;
  }

  public ToyHost on(String activityType, Deed deed) {
    deeds.put(activityType, deed);
    return this;
  }

  public ToyHost failing(String activityType, FailureType type, String message) {
    return on(
        activityType,
        context -> {
          throw new StepFailure(type, message);
        });
  }

  public ToyHost failingOnce(String activityType, FailureType type, String message) {
    AtomicInteger calls = new AtomicInteger();
    return on(
        activityType,
        context -> {
          if (calls.incrementAndGet() == 1) {
            throw new StepFailure(type, message);
          }
        });
  }

  /** Heartbeats until the gate opens. */
  public ToyHost waiting(String activityType, CountDownLatch gate, String saying) {
    return on(
        activityType,
        context -> {
          do {
            context.heartbeat(saying);
          } while (!gate.await(100, TimeUnit.MILLISECONDS));
        });
  }

  /** The types of the activities that ended well, in order. */
  public List<String> done() {
    return List.copyOf(done);
  }

  /** Its activities; the journals go into a directory. */
  public HostWork work(Path state) {
    return new HostWork(
        List.of(Proxy.newProxyInstance(ToyHost.class.getClassLoader(), INTERFACES, this::invoke)),
        step -> new StepJournal(state.resolve(step.operation()), Clock.systemUTC()),
        step -> true,
        () -> SafeUpdateConfig.of(state, List.of()),
        () -> {},
        new NoVitals());
  }

  private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(this, arguments);
    }
    ActivityExecutionContext context = Activity.getExecutionContext();
    String type = context.getInfo().getActivityType();
    deeds.getOrDefault(type, nothing -> {}).run(context);
    done.add(type);
    return answer(method.getReturnType(), type);
  }

  private Object answer(Class<?> wanted, String type) {
    Map<Class<?>, Object> answers =
        Map.of(
            Policy.class,
            new Policy(
                onFailure,
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ZERO,
                Optional.empty()),
            Preflight.class,
            new Preflight("aaaa", "bbbb", "1 commit behind", List.of()),
            Prepared.class,
            new Prepared(
                Strategy.SNAPSHOT,
                Prepared.Migration.COMMAND,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "2 images built",
                List.of()),
            Begun.class,
            new Begun("aaaa", "free", List.of()),
            Made.class,
            new Made(Optional.of("backup.sql.gz"), "made", List.of()),
            Verified.class,
            new Verified("healthy", 1.5),
            Inspection.class,
            inspection(),
            String.class,
            type + " done");
    return answers.get(wanted);
  }

  private static Inspection inspection() {
    return new Inspection(
        "production",
        "local",
        "/srv/app",
        "app",
        Optional.of("aaaa"),
        Optional.of("main"),
        Optional.of("First"),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}

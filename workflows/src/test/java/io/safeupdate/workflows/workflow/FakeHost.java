package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OperationProgress;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.activity.Step;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A host that does nothing but log what it is asked, in order, and fail or wait on demand. */
final class FakeHost implements DynamicActivity {
  static final String EVIDENCE = "KeepEvidence";

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Deed> deeds = new ConcurrentHashMap<>(Answers.all());

  @Override
  public Object execute(EncodedValues arguments) {
    Call call = Call.current(arguments);
    calls.add(call);
    return deeds.get(call.activity()).on(call);
  }

  void does(String activity, Deed deed) {
    deeds.put(activity, deed);
  }

  void answers(String activity, Object answer) {
    does(activity, Deed.answers(answer));
  }

  /** From now on, always. */
  void fails(String activity, FailureType type) {
    does(activity, Deed.fails(type, message(activity)));
  }

  /** The first calls only. */
  void fails(String activity, FailureType type, int calls) {
    does(activity, deeds.get(activity).after(calls, Deed.fails(type, message(activity))));
  }

  /** Holds the activity until the gate is opened, or the activity cancelled. */
  Gate holds(String activity) {
    return holds(activity, false);
  }

  /** Holds the activity until the gate is opened, even when it is cancelled. */
  Gate holdsStubbornly(String activity) {
    return holds(activity, true);
  }

  private Gate holds(String activity, boolean stubborn) {
    Gate gate = new Gate(deeds.get(activity), stubborn);
    does(activity, gate);
    return gate;
  }

  static String message(String activity) {
    return activity + " failed in /srv/app: the disk is full. Make room";
  }

  /** Every call so far, each attempt, by the activity's name. */
  List<String> allCalls() {
    return calls.stream().map(Call::activity).toList();
  }

  /** The same without the keeping of evidence, which touches nothing of the deployment. */
  List<String> calls() {
    return allCalls().stream().filter(name -> !name.equals(EVIDENCE)).toList();
  }

  /** What was called after the last call of an activity. */
  List<String> callsAfter(String activity) {
    List<String> names = calls();
    return names.subList(names.lastIndexOf(activity) + 1, names.size());
  }

  List<Step> stepsOf(String activity) {
    return of(activity).map(Call::step).toList();
  }

  /** What the host was told of the failures whose evidence it was to keep. */
  List<OperationProgress> toldWithEvidence() {
    return of(EVIDENCE).map(call -> call.arguments().get(1, OperationProgress.class)).toList();
  }

  /** The document of the receipt. */
  OperationResult closedWith() {
    return of("Close")
        .map(call -> call.arguments().get(1, OperationResult.class))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Call> of(String activity) {
    return calls.stream().filter(call -> call.activity().equals(activity));
  }
}

package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FailureType;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.OperationProgress;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decisions that are taken, and decisions that are refused with a reason. */
class DecideTest {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void is_refused_while_nothing_is_waited_for() {
    Gate gate = bench.host.holds("Backup");
    Operation operation = bench.start();
    gate.awaitEntered();

    assertThat(refusal(operation, Map.of("decision", "retry")).getOriginalMessage())
        .isEqualTo("nothing is waited for: there is nothing to decide");
  }

  @Test
  void is_refused_when_the_choice_is_not_on_offer() {
    assertThat(refusal(holding(), Map.of("decision", "abandon")).getOriginalMessage())
        .isEqualTo("abandon is not on offer here, but retry or rollback");
  }

  @Test
  void is_refused_with_an_example_when_it_is_null() {
    assertThat(refusal(holding(), null).getOriginalMessage())
        .isEqualTo("a decision is needed, such as {\"decision\": \"retry\"}");
  }

  @Test
  void is_refused_with_an_example_when_it_says_nothing() {
    assertThat(refusal(holding(), Map.of()).getOriginalMessage())
        .isEqualTo("a decision is needed, such as {\"decision\": \"retry\"}");
  }

  @Test
  void is_refused_with_the_known_words_when_it_is_none_of_them() {
    assertThat(refusal(holding(), Map.of("decision", "explode")).getOriginalMessage())
        .contains("retry, rollback, abandon");
  }

  @Test
  void is_refused_with_an_example_when_it_has_an_unknown_field() {
    assertThat(refusal(holding(), Map.of("choice", "retry")).getOriginalMessage())
        .contains("choice", "{\"decision\": \"retry\"}");
  }

  @Test
  void is_refused_when_its_reason_is_a_book() {
    Map<String, String> book = Map.of("decision", "retry", "reason", "x".repeat(1_000_000));

    assertThat(refusal(holding(), book).getOriginalMessage()).contains("up to 1000 characters");
  }

  @Test
  void a_refused_decision_leaves_the_question_open() {
    Operation operation = holding();

    refusal(operation, Map.of("decision", "explode"));

    assertThat(operation.progress().waiting()).isPresent();
  }

  @Test
  void a_second_decision_is_refused() {
    Operation operation = holding();
    Gate gate = bench.host.holds("Migrate");
    operation.decide(Choice.RETRY);
    gate.awaitEntered();

    assertThat(refusal(operation, Map.of("decision", "rollback")).getOriginalMessage())
        .isEqualTo("nothing is waited for: there is nothing to decide");
  }

  @Test
  void the_word_may_be_written_in_capitals() {
    Operation operation = holding();

    operation.decide(Map.of("decision", "ROLLBACK"));

    assertThat(operation.failure().getType()).isEqualTo("ROLLED_BACK");
  }

  @Test
  void the_answer_says_that_nothing_is_waited_for_any_more() {
    OperationProgress answer = holding().decide(Choice.ROLLBACK);

    assertThat(answer.waiting()).isEmpty();
  }

  @Test
  void a_decision_by_nobody_is_noted_as_somebodys() {
    Operation operation = holding();

    operation.decide(Map.of("decision", "rollback"));

    assertThat(operation.failedResult().notes()).contains("somebody decided: rollback");
  }

  private Operation holding() {
    bench.host.answers("LoadPolicy", Answers.policy(OnFailure.HOLD));
    bench.host.fails("Migrate", FailureType.MIGRATION_FAILED);
    Operation operation = bench.start();
    operation.awaitQuestion();
    return operation;
  }

  private static ApplicationFailure refusal(Operation operation, Object decision) {
    Throwable cause =
        catchThrowableOfType(WorkflowUpdateException.class, () -> operation.decide(decision))
            .getCause();
    assertThat(cause).isInstanceOf(ApplicationFailure.class);
    return (ApplicationFailure) cause;
  }
}

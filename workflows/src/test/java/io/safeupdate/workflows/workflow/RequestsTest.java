package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.UpdateRequest;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Requests of all sorts: what is accepted is harmless, what is refused is refused in few words. */
class RequestsTest {

  @Property
  void names_of_letters_digits_dots_dashes_and_underscores_are_accepted(
      @ForAll("names") String name) {
    assertThatCode(() -> Requests.check(OperationType.UPDATE, UpdateRequest.of(name)))
        .doesNotThrowAnyException();
  }

  @Property
  void a_name_with_any_other_character_is_refused(
      @ForAll("names") String name, @ForAll("foreign") char foreign, @ForAll int where) {
    int at = Math.floorMod(where, name.length() + 1);
    String spoiled = name.substring(0, at) + foreign + name.substring(at);

    assertThat(refusal(UpdateRequest.of(spoiled))).isPresent();
  }

  @Property
  void an_accepted_name_can_neither_leave_a_directory_nor_be_an_option(@ForAll String name) {
    if (refusal(UpdateRequest.of(name)).isEmpty()) {
      assertThat(name).doesNotContain("/", "\\", " ").doesNotStartWith("-").doesNotStartWith(".");
    }
  }

  @Property
  void an_accepted_ref_is_neither_an_option_nor_a_range_nor_has_blanks(@ForAll("refs") String ref) {
    if (refusal(to(ref)).isEmpty()) {
      assertThat(ref)
          .doesNotStartWith("-")
          .doesNotContain("..", "@{", ":", "~", "^")
          .doesNotContainAnyWhitespaces()
          .doesNotContainPattern("[\\p{C}\\p{Z}]");
    }
  }

  @Property
  void usual_refs_are_accepted(@ForAll("usualRefs") String ref) {
    assertThat(refusal(to(ref))).isEmpty();
  }

  @Property
  void a_refusal_is_one_short_line_with_an_example(
      @ForAll String name, @ForAll("refs") String ref) {
    refusal(new UpdateRequest(name, Optional.of(ref), Optional.empty()))
        .ifPresent(
            message ->
                assertThat(message)
                    .hasSizeLessThan(250)
                    .contains("{\"deployment\": \"production\"}")
                    .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]"));
  }

  @Test
  void a_ref_that_is_none_is_quoted_as_far_as_one_can_read_it() {
    assertThat(refusal(to("a..b" + "c".repeat(500))))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .contains(
                        "\"to\": \"a..b" + "c".repeat(76) + "…\" is no name of a branch, tag or"));
  }

  @Test
  void a_look_is_refused_for_its_ref_in_the_words_of_the_update() {
    InspectRequest look =
        new InspectRequest("production", Optional.of(Depth.PLAN), Optional.of("a..b"));

    assertThatThrownBy(() -> Requests.check(look))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            it -> assertThat(refusal(to("a..b"))).contains(it.getOriginalMessage()));
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<Character> first = Arbitraries.chars().alpha().numeric();
    Arbitrary<String> rest =
        Arbitraries.strings().alpha().numeric().withChars("_.-").ofMaxLength(62);
    return first.flatMap(start -> rest.map(end -> start + end));
  }

  @Provide
  Arbitrary<Character> foreign() {
    return Arbitraries.chars()
        .filter(c -> c > 127 || !(Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0));
  }

  @Provide
  Arbitrary<String> refs() {
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(300);
    return Arbitraries.oneOf(ascii, Arbitraries.strings().ofMaxLength(300), usualRefs());
  }

  @Provide
  Arbitrary<String> usualRefs() {
    Arbitrary<String> word = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(40);
    return word.list().ofMinSize(1).ofMaxSize(4).map(words -> String.join("/", words));
  }

  private static UpdateRequest to(String ref) {
    return new UpdateRequest("production", Optional.of(ref), Optional.empty());
  }

  /** The message of the refusal; any other exception than the right one is thrown. */
  private static Optional<String> refusal(UpdateRequest request) {
    Throwable thrown = catchThrowable(() -> Requests.check(OperationType.UPDATE, request));
    if (thrown == null) {
      return Optional.empty();
    }
    assertThat(thrown)
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> assertThat(failure.getType()).isEqualTo("ConfigInvalid"));
    return Optional.of(((ApplicationFailure) thrown).getOriginalMessage());
  }
}

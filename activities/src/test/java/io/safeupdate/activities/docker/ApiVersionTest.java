package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Engine 20.10, 1.41, 1.12, 1.41",
    "Engine 25, 1.44, 1.24, 1.44",
    "Engine 28, 1.51, 1.24, 1.44",
    "Engine 29, 1.52, 1.44, 1.44",
    "an engine to come, 1.60, 1.50, 1.50"
  })
  void speaks_the_newest_that_both_know(
      String engine, String newest, String oldest, String spoken) {
    assertThat(ApiVersion.spokenWith(ApiVersion.parse(newest), ApiVersion.parse(oldest)))
        .hasToString(spoken);
  }

  @Test
  void refuses_an_engine_that_is_too_old() {
    ApiVersion old = ApiVersion.parse("1.39");

    assertThatThrownBy(() -> ApiVersion.spokenWith(old, ApiVersion.parse("1.12")))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.type()).isEqualTo(FailureType.ENGINE_INCOMPATIBLE))
        .hasMessageContaining("speaks API 1.39")
        .hasMessageContaining("Upgrade");
  }

  @Test
  void refuses_what_is_no_engine() {
    assertThatThrownBy(() -> ApiVersion.parse("")).isInstanceOf(StepFailure.class);
    assertThatThrownBy(() -> ApiVersion.parse("v2")).isInstanceOf(StepFailure.class);
  }
}

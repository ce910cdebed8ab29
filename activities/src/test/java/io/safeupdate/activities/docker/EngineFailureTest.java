package io.safeupdate.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.workflows.contract.FailureType;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineFailureTest {

  static Stream<Arguments> meanings() {
    return Stream.of(
        Arguments.of(
            new RuntimeException(new SocketException("No such file or directory")),
            FailureType.ENGINE_UNAVAILABLE),
        Arguments.of(
            new RuntimeException(new RuntimeException(new ConnectException("refused"))),
            FailureType.ENGINE_UNAVAILABLE),
        Arguments.of(new TimeoutException(), FailureType.ENGINE_UNAVAILABLE),
        Arguments.of(
            new InternalServerErrorException("driver failed"), FailureType.ENGINE_UNAVAILABLE),
        Arguments.of(
            new InternalServerErrorException("write /x: no space left on device"),
            FailureType.DISK_FULL),
        Arguments.of(
            new BadRequestException("client version 1.44 is too new. Maximum is 1.41"),
            FailureType.ENGINE_INCOMPATIBLE),
        Arguments.of(new ConflictException("is in use"), FailureType.PRECONDITION_FAILED),
        Arguments.of(
            new RuntimeException(new SocketException("Permission denied")),
            FailureType.PRECONDITION_FAILED),
        Arguments.of(new IllegalStateException("a defect"), FailureType.INTERNAL));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void gives_every_trouble_its_type(Throwable thrown, FailureType type) {
    StepFailure failure = EngineFailure.of("Listing the containers", thrown);

    assertThat(failure.type()).isEqualTo(type);
    assertThat(failure)
        .hasMessageStartingWith("Listing the containers failed: ")
        .hasCause(failure.getCause());
  }

  @Test
  void says_what_to_do_about_an_engine_that_does_not_answer() {
    assertThat(EngineFailure.of("Listing", new RuntimeException(new ConnectException("refused"))))
        .hasMessage(
            "Listing failed: the Docker engine does not answer (refused). See whether it runs: `docker info`.");
  }

  @Test
  void says_what_to_do_about_a_missing_permission() {
    assertThat(
            EngineFailure.of(
                "Listing", new RuntimeException(new SocketException("Permission denied"))))
        .hasMessageContaining("Add it to the group `docker`");
  }
}

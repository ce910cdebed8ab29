package io.safeupdate.api.console;

import io.safeupdate.api.access.RequestKey;
import io.safeupdate.api.console.frame.Visit;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Notice;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.rest.Problem;
import io.safeupdate.api.rest.ProblemType;
import io.safeupdate.api.rest.Problems;
import io.safeupdate.workflows.contract.OperationRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Has done what a form asks for. The answer leads to the operation; what is refused is answered
 * with the page that the form is on, as it was filled in, and the reason.
 */
final class Deeds {
  private final Visit visit;
  private final Function<Html, String> page;

  /**
   * For the forms of a page.
   *
   * @param page the page that the form is on, with something to be said first
   */
  Deeds(Visit visit, Function<Html, String> page) {
    this.visit = visit;
    this.page = page;
  }

  /** Starts an operation; the same form sent again leads to the same operation. */
  Response start(OperationRequest request, Optional<String> key) {
    return done(() -> visit.operations().start(request, key.map(RequestKey::new)).operation().id());
  }

  /**
   * Has something found out that takes long.
   *
   * @param looking gives the address of the page that will tell
   */
  Response look(OperationRequest request, Supplier<String> looking) {
    return request
        .defect()
        .map(defect -> refused(Problem.of(ProblemType.INVALID_REQUEST, defect)))
        .orElseGet(() -> answered(() -> to(looking.get())));
  }

  /**
   * Does something to an operation, or begins one.
   *
   * @param deed gives the operation's id
   */
  Response done(Supplier<String> deed) {
    return answered(() -> to(visit.ofOperation(deed.get())));
  }

  private Response answered(Supplier<Response> answer) {
    try {
      return answer.get();
    } catch (RuntimeException failure) {
      return Problems.of(failure).map(this::refused).orElseThrow(() -> failure);
    }
  }

  /** Shows another page instead; loading that again does nothing again. */
  static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private Response refused(Problem problem) {
    Html open =
        problem
            .operation()
            .map(id -> Html.tag("p").around(Html.text("It is operation "), visit.operation(id)))
            .orElse(Html.NOTHING);
    Html remedy = problem.remedy().map(Pieces::paragraph).orElse(Html.NOTHING);
    Html notice = Notice.refusal(problem.title(), Pieces.paragraph(problem.detail()), remedy, open);
    return Response.status(problem.status())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(page.apply(notice))
        .build();
  }
}

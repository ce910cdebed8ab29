package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Mark;
import io.safeupdate.api.console.html.Notice;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.api.console.look.Look;
import java.time.Instant;

/** Says how old that is which a page shows of a deployment, and why there is no more. */
final class Seen {
  private Seen() {}

  static Html line(Look look, Instant now) {
    return Html.of(look.failure().map(Seen::trouble).orElse(Html.NOTHING), age(look, now));
  }

  private static Html trouble(RuntimeException failure) {
    return Notice.of(
        Mark.WARNING,
        "The deployment could not be looked at",
        Pieces.paragraph(String.valueOf(failure.getMessage())));
  }

  private static Html age(Look look, Instant now) {
    Html seen =
        look.seenAt()
            .map(at -> Html.of(Html.text("Seen "), Pieces.ago(at, now), Html.text(".")))
            .orElse(Html.NOTHING);
    Html looking =
        look.since()
            .map(since -> Html.text(" Looking at it for " + span(since, now) + " …"))
            .orElse(Html.NOTHING);
    return Html.tag("p", "class", "faint seen").around(seen, looking);
  }

  private static String span(Instant since, Instant now) {
    return Words.span(Words.seconds(since, now));
  }
}

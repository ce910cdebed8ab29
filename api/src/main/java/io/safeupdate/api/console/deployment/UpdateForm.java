package io.safeupdate.api.console.deployment;

import io.safeupdate.api.console.html.Form;
import io.safeupdate.api.console.html.Html;
import io.safeupdate.api.console.html.Pieces;
import io.safeupdate.api.console.html.Words;
import io.safeupdate.workflows.contract.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the update that was planned: to the very commit that was shown. */
final class UpdateForm {
  private final Subject subject;
  private final Plan plan;

  UpdateForm(Subject subject, Plan plan) {
    this.subject = subject;
    this.plan = plan;
  }

  Html html() {
    Form form =
        subject
            .visit()
            .form(subject.to("update"))
            .hidden("to", plan.to())
            .button(label())
            .with(options());
    return Html.tag("div", "class", "act").around(form.html());
  }

  /** Says all that will be done. */
  private String label() {
    String pause =
        new Pauses(subject)
            .expected(plan)
            .map(it -> ", about " + it + " without service")
            .orElse("");
    String migrations =
        plan.migrations().isEmpty()
            ? "no migration"
            : Words.count(plan.migrations().size(), "migration");
    return "Update %s to %s: %s, %s%s"
        .formatted(
            subject.name(),
            Words.commit(plan.to()),
            Words.count(plan.commits().size(), "commit"),
            migrations,
            pause);
  }

  private static Html options() {
    Form fields =
        Form.part("update")
            .choice(
                "onFailure",
                "When a phase fails",
                words("roll back at once", "rollback", "wait for a decision first", "hold"),
                "")
            .choice(
                "trial",
                "Trial of the new version beside the old one",
                words("yes", "true", "no", "false"),
                "")
            .choice(
                "restart", "Restart", words("what changed", "changed", "everything", "all"), "");
    return Html.tag("details", "id", "differently")
        .around(
            Html.tag("summary").text("Differently this once"),
            fields.fields(),
            Pieces.aside("What is left as configured follows the configuration file."));
  }

  private static Map<String, String> words(String one, String value, String two, String other) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("", "as configured");
    words.put(value, one);
    words.put(other, two);
    return words;
  }
}

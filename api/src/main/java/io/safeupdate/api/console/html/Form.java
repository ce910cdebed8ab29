package io.safeupdate.api.console.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person can have done, or ask for. What it sends is said by its button. Names of
 * fields are unique on a page together with the form's own id, so that labels find their fields.
 */
public final class Form {
  private final Html.Tag form;
  private final String id;
  private final List<Html> parts = new ArrayList<>();

  private Form(String method, String action) {
    this.id = "f" + Integer.toHexString((method + action).hashCode());
    this.form = Html.tag("form", "method", method, "action", action);
  }

  /** One that does something. */
  public static Form post(String action) {
    return new Form("post", action);
  }

  /** One that only asks for another page. */
  public static Form get(String action) {
    return new Form("get", action);
  }

  /** Fields to be put into another form. */
  public static Form part(String name) {
    return new Form("part", name);
  }

  /** A value that the form brings along. */
  public Form hidden(String name, String value) {
    parts.add(Html.tag("input", "type", "hidden", "name", name, "value", value).empty());
    return this;
  }

  public Form hidden(String name, Optional<String> value) {
    value.ifPresent(known -> hidden(name, known));
    return this;
  }

  /** A line to be typed. */
  public Form text(String name, String label, String value) {
    return labelled(
        name,
        label,
        Html.tag("input", "type", "text", "id", id(name), "name", name, "value", value)
            .with("autocomplete", "off")
            .with("spellcheck", "false")
            .empty());
  }

  /**
   * One of several.
   *
   * @param options the words shown, by the values sent
   * @param chosen the value that is chosen at first
   */
  public Form choice(String name, String label, Map<String, String> options, String chosen) {
    List<Html> choices =
        options.entrySet().stream()
            .map(entry -> option(entry.getKey(), entry.getValue(), chosen))
            .toList();
    return labelled(name, label, Html.tag("select", "id", id(name), "name", name).around(choices));
  }

  private static Html option(String value, String words, String chosen) {
    Html.Tag option = Html.tag("option", "value", value);
    return (value.equals(chosen) ? option.with("selected", "selected") : option).text(words);
  }

  private Form labelled(String name, String label, Html field) {
    parts.add(
        Html.tag("div", "class", "field")
            .around(Html.tag("label", "for", id(name)).text(label), field));
    return this;
  }

  /** Something to be wanted or not; it sends {@code true} or nothing. */
  public Form check(String name, String label, boolean checked) {
    Html.Tag box =
        Html.tag("input", "type", "checkbox", "id", id(name), "name", name, "value", "true");
    parts.add(
        Html.tag("div", "class", "check")
            .around(
                (checked ? box.with("checked", "checked") : box).empty(),
                Html.tag("label", "for", id(name)).text(label)));
    return this;
  }

  /** Anything else that belongs into the form. */
  public Form with(Html part) {
    parts.add(part);
    return this;
  }

  /** The button that most people want. */
  public Form button(String label) {
    return button(label, "primary");
  }

  /** A button whose deed loses or replaces something. */
  public Form danger(String label) {
    return button(label, "danger");
  }

  /** A button beside others. */
  public Form plain(String label) {
    return button(label, "plain");
  }

  /** A button that also sends a value, where one form has several. */
  public Form plain(String label, String name, String value) {
    parts.add(
        Html.tag("button", "type", "submit", "class", "plain", "name", name, "value", value)
            .text(label));
    return this;
  }

  private Form button(String label, String style) {
    parts.add(Html.tag("button", "type", "submit", "class", style).text(label));
    return this;
  }

  private String id(String name) {
    return id + "-" + name;
  }

  /** What is in the form. */
  public Html fields() {
    return Html.of(parts);
  }

  public Html html() {
    return form.around(parts);
  }
}

package io.safeupdate.cli.text;

import io.safeupdate.cli.output.Text;
import io.safeupdate.cli.terminal.Style;
import java.util.List;

/** Who may use the API. */
public final class TokensText implements Text {
  private final List<TokenEntry> tokens;

  public TokensText(List<TokenEntry> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** A new token, for the one time that it is shown. */
  public static String made(String secret, Style style) {
    return secret + "\n" + style.faint("Keep it now: it is not shown again.") + "\n";
  }

  @Override
  public String in(Style style) {
    if (tokens.isEmpty()) {
      return "There is no token yet: everybody on this machine may do everything, and nobody else"
          + " reaches the console.\n";
    }
    Table table = new Table(style, "");
    table.header("name", "id", "role", "deployments", "made", "expires", "state");
    tokens.forEach(token -> add(table, token));
    return table.toString();
  }

  private static void add(Table table, TokenEntry token) {
    table.row(
        token.name(),
        token.id(),
        token.role().label(),
        token.deployments().map(names -> String.join(", ", names)).orElse("all"),
        Spans.utc(token.created()),
        token.expires().map(Spans::utc).orElse("never"),
        token.state());
  }
}

package io.safeupdate.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that are told by e-mail, and the server that takes it.
 *
 * @param user whom the server knows; there with {@code password}, or neither is
 */
public record EmailConfig(
    String host,
    int port,
    Tls tls,
    Optional<String> user,
    Optional<Secret> password,
    String from,
    List<String> to) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[!-~&&[^\\s@<>()\\[\\]\\\\,;:\"]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9a-fA-F:]+]?");
  private static final Pattern THIS_HOST = Pattern.compile("localhost|127\\.[0-9.]+|\\[?::1]?");

  /** How the connection is protected. */
  public enum Tls {
    /** Begins in the clear and must become TLS before anything is said. */
    STARTTLS(587),
    /** TLS from the first byte. */
    TLS(465),
    NONE(25);

    private final int usualPort;

    Tls(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  public EmailConfig {
    to = List.copyOf(to);
  }

  static Optional<EmailConfig> read(Section section) {
    Optional<String> host = section.required("host", EmailConfig::host);
    Tls tls = section.choice("tls", Tls.STARTTLS);
    int port = section.optional("port", Parsers.between(1, 65_535)).orElse(tls.usualPort);
    Optional<String> user = section.optional("user", Parsers::text);
    Optional<Secret> password = section.optional("password", EmailConfig::secret);
    Optional<String> from = section.required("from", EmailConfig::address);
    Optional<List<String>> to =
        section.required("to").flatMap(any -> section.someOf("to", EmailConfig::address));
    checkLogin(section);
    if (tls == Tls.NONE
        && password.isPresent()
        && host.filter(EmailConfig::isElsewhere).isPresent()) {
      section.reject(
          "tls", "is none, and the password would be sent in the clear", "write starttls or tls");
    }
    return host.flatMap(
        server ->
            from.flatMap(
                sender ->
                    to.map(
                        all -> new EmailConfig(server, port, tls, user, password, sender, all))));
  }

  private static void checkLogin(Section section) {
    boolean user = section.value("user").isPresent();
    if (user != section.value("password").isPresent()) {
      section.reject(
          user ? "password" : "user",
          "is missing, and the other of the two is there",
          "add it, or leave both out");
    }
  }

  private static boolean isElsewhere(String host) {
    return !THIS_HOST.matcher(host).matches();
  }

  private static Secret secret(String text) throws Rejection {
    return new Secret(Parsers.text(text));
  }

  private static String host(String text) throws Rejection {
    if (HOST.matcher(text).matches()) {
      return text;
    }
    throw new Rejection("is not the name of a host", "write one such as mail.example.com");
  }

  private static String address(String text) throws Rejection {
    if (ADDRESS.matcher(text).matches()) {
      return text;
    }
    throw new Rejection("is not an e-mail address", "write one such as ops@example.com");
  }
}

package io.safeupdate.e2e;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Git over HTTP on loopback, for those who know the password. */
final class GitServer implements AutoCloseable {
  static final String USER = "deploy";
  static final String PASSWORD = "open-sesame-4711";

  private final Path root;
  private final HttpServer server;

  /** Serves the repositories in a directory. */
  GitServer(Path root) {
    this.root = root;
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve).setAuthenticator(new OnePassword());
    server.start();
  }

  private static final class OnePassword extends BasicAuthenticator {
    OnePassword() {
      super("git");
    }

    @Override
    public boolean checkCredentials(String user, String password) {
      return user.equals(USER) && password.equals(PASSWORD);
    }
  }

  String url(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = backend(exchange);
      int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
      int status = 200;
      for (String line : new String(answer, 0, head, StandardCharsets.ISO_8859_1).split("\r\n")) {
        String[] header = line.split(": ", 2);
        if (header[0].equals("Status")) {
          status = Integer.parseInt(header[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().set(header[0], header[1]);
        }
      }
      int body = head + 4;
      exchange.sendResponseHeaders(status, answer.length - body);
      exchange.getResponseBody().write(answer, body, answer.length - body);
    }
  }

  /** What CGI has {@code git http-backend} answer: headers, an empty line, the body. */
  private byte[] backend(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Headers headers = exchange.getRequestHeaders();
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("QUERY_STRING", text(exchange.getRequestURI().getQuery()));
    environment.put("CONTENT_TYPE", text(headers.getFirst("Content-Type")));
    environment.put("CONTENT_LENGTH", String.valueOf(body.length));
    environment.put("HTTP_CONTENT_ENCODING", text(headers.getFirst("Content-Encoding")));
    environment.put("GIT_PROTOCOL", text(headers.getFirst("Git-Protocol")));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    }
    return process.getInputStream().readAllBytes();
  }

  private static String text(String value) {
    return Optional.ofNullable(value).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

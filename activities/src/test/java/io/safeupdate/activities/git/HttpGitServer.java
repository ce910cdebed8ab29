package io.safeupdate.activities.git;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A git server over HTTP with a password: {@code git http-backend} behind the JDK's own server. */
final class HttpGitServer implements AutoCloseable {
  static final String USER = "deploy";
  static final String PASSWORD = "hunter22";

  private final HttpServer server;
  private final Path root;

  HttpGitServer(Path root) throws IOException {
    this.root = root;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server
        .createContext("/", this::handle)
        .setAuthenticator(
            new BasicAuthenticator("git") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals(USER) && password.equals(PASSWORD);
              }
            });
    server.start();
  }

  String url(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = backend(exchange);
      int end = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
      int status = 200;
      String headers = new String(answer, 0, end, StandardCharsets.ISO_8859_1);
      for (String line : headers.lines().toList()) {
        String[] header = line.split(": ", 2);
        if (header[0].equals("Status")) {
          status = Integer.parseInt(header[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().set(header[0], header[1]);
        }
      }
      exchange.sendResponseHeaders(status, answer.length - end - 4);
      exchange.getResponseBody().write(answer, end + 4, answer.length - end - 4);
    }
  }

  private byte[] backend(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    environment.put("REMOTE_USER", USER);
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    putHeader(environment, exchange, "CONTENT_TYPE", "Content-Type");
    putHeader(environment, exchange, "HTTP_CONTENT_ENCODING", "Content-Encoding");
    putHeader(environment, exchange, "GIT_PROTOCOL", "Git-Protocol");
    String query = exchange.getRequestURI().getQuery();
    environment.put("QUERY_STRING", query == null ? "" : query);
    byte[] body = exchange.getRequestBody().readAllBytes();
    environment.put("CONTENT_LENGTH", Integer.toString(body.length));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream();
        InputStream bytes = new ByteArrayInputStream(body)) {
      bytes.transferTo(in);
    }
    return process.getInputStream().readAllBytes();
  }

  private static void putHeader(
      Map<String, String> environment, HttpExchange exchange, String name, String header) {
    String value = exchange.getRequestHeaders().getFirst(header);
    if (value != null) {
      environment.put(name, value);
    }
  }
}

package io.safeupdate.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Asks a server over HTTP, as a browser or as a program. */
final class Browser {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  Browser(URI base) {
    this.base = base;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", BROWSER));
  }

  HttpResponse<String> post(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String json) {
    return post(path, json, "application/json");
  }

  HttpResponse<String> post(String path, String body, String type) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException broken) {
      throw new AssertionError(answer.body() + " is no JSON", broken);
    }
  }

  /** The page, which must be well-formed. */
  Page page(String path) {
    HttpResponse<String> answer = get(path);
    return new Page(answer.statusCode(), parsed(answer.body()), answer.body());
  }

  /** Sends a form; redirects are not followed. */
  HttpResponse<String> submit(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Accept", BROWSER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A page that came as an answer. */
  static Page read(HttpResponse<String> answer) {
    return new Page(answer.statusCode(), parsed(answer.body()), answer.body());
  }

  JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(get(path).body());
    } catch (IOException broken) {
      throw new AssertionError(path + " is no JSON", broken);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError("no answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static Document parsed(String html) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html)));
    } catch (Exception broken) {
      throw new AssertionError("not well-formed: " + html, broken);
    }
  }

  /** A page as a browser sees it. */
  record Page(int status, Document document, String source) {

    /** The text of the element there. */
    String text(String path) {
      return String.valueOf(evaluate("normalize-space(" + path + ")", XPathConstants.STRING));
    }

    int count(String path) {
      return ((NodeList) evaluate(path, XPathConstants.NODESET)).getLength();
    }

    private Object evaluate(String path, QName type) {
      try {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate(path, document, type);
      } catch (XPathExpressionException wrong) {
        throw new AssertionError(path, wrong);
      }
    }
  }
}

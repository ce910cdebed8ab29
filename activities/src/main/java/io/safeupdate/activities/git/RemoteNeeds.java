package io.safeupdate.activities.git;

import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.URIish;

/** What on the way to a repository's remotes JGit would not honour. */
final class RemoteNeeds {
  private static final List<String> HTTP =
      List.of("proxy", "sslCAInfo", "sslCAPath", "sslCert", "sslKey");
  private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "all_proxy");

  private final Config config;
  private final Map<String, String> environment;

  RemoteNeeds(Config config, Map<String, String> environment) {
    this.config = config;
    this.environment = environment;
  }

  /** What JGit cannot do; in words. */
  Optional<String> first() {
    return Stream.of(helperProgram(), ownSsh(), credentials(), ownHttp())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What JGit may do without, where there is no git; in words. */
  Optional<String> wish() {
    if (!config.getSubsections("includeIf").isEmpty()) {
      return Optional.of("includeIf");
    }
    return Stream.concat(
            Stream.of("GIT_CONFIG_COUNT"),
            Stream.concat(
                uris().anyMatch(RemoteNeeds::isSsh) ? Stream.of("SSH_AUTH_SOCK") : Stream.of(),
                uris().anyMatch(RemoteNeeds::isHttp) ? proxies() : Stream.of()))
        .filter(environment::containsKey)
        .findFirst();
  }

  private static Stream<String> proxies() {
    return PROXIES.stream().flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)));
  }

  private Optional<String> helperProgram() {
    return config.getSubsections("remote").stream()
        .flatMap(remote -> Arrays.stream(config.getStringList("remote", remote, "url")))
        .filter(url -> url.matches("[A-Za-z0-9_-]+::.*"))
        .map(url -> "the remote helper " + url.substring(0, url.indexOf("::")))
        .findFirst();
  }

  private Optional<String> ownSsh() {
    if (uris().noneMatch(RemoteNeeds::isSsh)) {
      return Optional.empty();
    }
    if (config.getString("core", null, "sshCommand") != null) {
      return Optional.of("core.sshCommand");
    }
    return Stream.of("GIT_SSH_COMMAND", "GIT_SSH").filter(environment::containsKey).findFirst();
  }

  private Optional<String> credentials() {
    if (uris().noneMatch(RemoteNeeds::isHttp)) {
      return Optional.empty();
    }
    boolean asks =
        config.getString("core", null, "askPass") != null
            || environment.containsKey("GIT_ASKPASS")
            || hasHelper(null)
            || config.getSubsections("credential").stream()
                .anyMatch(url -> hasHelper(url) && uris().anyMatch(uri -> covers(url, uri)));
    return asks ? Optional.of("credential.helper") : Optional.empty();
  }

  /** An empty value takes back those before it. */
  private boolean hasHelper(String url) {
    String[] helpers = config.getStringList("credential", url, "helper");
    return helpers.length > 0
        && helpers[helpers.length - 1] != null
        && !helpers[helpers.length - 1].isEmpty();
  }

  private static boolean covers(String url, URIish remote) {
    String host = url.replaceFirst("^[a-z]+://", "").replaceFirst("^[^/]*@", "");
    String plain = host.replaceFirst("[:/].*$", "");
    return plain.startsWith("*")
        ? remote.getHost().endsWith(plain.substring(1))
        : plain.equalsIgnoreCase(remote.getHost());
  }

  private Optional<String> ownHttp() {
    if (uris().noneMatch(RemoteNeeds::isHttp)) {
      return Optional.empty();
    }
    return HTTP.stream().filter(this::isSetSomewhere).map(name -> "http." + name).findFirst();
  }

  private boolean isSetSomewhere(String name) {
    return config.getString("http", null, name) != null
        || config.getSubsections("http").stream()
            .anyMatch(url -> config.getString("http", url, name) != null);
  }

  /** With {@code url.*.insteadOf} applied. */
  private Stream<URIish> uris() {
    return config.getSubsections("remote").stream().flatMap(this::uris);
  }

  private Stream<URIish> uris(String remote) {
    try {
      return new RemoteConfig(config, remote).getURIs().stream();
    } catch (URISyntaxException unknownToJGit) {
      return Stream.of();
    }
  }

  private static boolean isHttp(URIish uri) {
    return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
  }

  private static boolean isSsh(URIish uri) {
    return uri.getHost() != null && (uri.getScheme() == null || uri.getScheme().contains("ssh"));
  }
}

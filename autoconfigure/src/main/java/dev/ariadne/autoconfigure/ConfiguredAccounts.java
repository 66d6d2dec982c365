package dev.ariadne.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.ariadne.AccountSettings;
import dev.ariadne.ConnectorSettings;
import dev.ariadne.connector.mirai.MiraiConnector;
import dev.ariadne.connector.mirai.MiraiSettings;
import dev.ariadne.connector.mirai.ServerLink;
import dev.ariadne.connector.sandbox.SandboxConnector;
import dev.ariadne.connector.sandbox.SandboxSettings;
import org.jspecify.annotations.Nullable;

/**
 * Turns the configured accounts into settings, and collects everything that is wrong with them.
 */
final class ConfiguredAccounts {

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private final Map<Long, String> nameById = new HashMap<>();

    private final Map<String, String> keyByPath = new HashMap<>();

    private final AriadneProperties properties;

    private final Map<String, AccountProperties> accounts;

    private final List<ServerLink> served;

    ConfiguredAccounts(AriadneProperties properties, List<ServerLink> served) {
        this.properties = properties;
        this.accounts = withoutNamesOfVariables(properties.accounts());
        this.served = served;
    }

    /**
     * An environment variable sets keys of the account "main-bot" by the name "mainbot". The binder takes both for the
     * same, but binds it under each name.
     */
    private static Map<String, AccountProperties> withoutNamesOfVariables(Map<String, AccountProperties> accounts) {
        Map<String, AccountProperties> result = new LinkedHashMap<>(accounts);
        accounts.forEach((name, account) -> {
            String nameOfVariable = uniform(name);
            if (!nameOfVariable.equals(name)) {
                result.remove(nameOfVariable, account);
            }
        });
        return result;
    }

    private static String uniform(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the settings of all accounts, by name, in the order of configuration.
     *
     * @throws InvalidConfigurationException if anything is wrong with them
     */
    Map<String, AccountSettings> settings() {
        Map<String, AccountSettings> settings = new LinkedHashMap<>();
        this.accounts.forEach((name, account) -> {
            Long id = id(name, account);
            ConnectorSettings connector = connector(name, account);
            if (id != null && connector != null) {
                settings.put(name, AccountSettings.of(id, connector));
            }
        });
        checkDefaultAccount();
        if (!this.problems.isEmpty()) {
            throw new InvalidConfigurationException(this.problems);
        }
        return settings;
    }

    private @Nullable Long id(String name, AccountProperties account) {
        String key = key(name, "id");
        Long id = account.id();
        if (id == null) {
            problem(key, "the account has no id", "Set it to the numeric id of the account (the QQ number).");
            return null;
        }
        if (id <= 0) {
            problem(key, id + " is not the id of an account", "Set it to a positive number.");
            return null;
        }
        String other = this.nameById.putIfAbsent(id, name);
        if (other != null && uniform(other).equals(uniform(name))) {
            problem(key, "its name is that of '" + other + "', since case, dashes and underscores do not count",
                    "Give it another name, or write the name in one way only.");
            return null;
        }
        if (other != null) {
            problem(key, "the account '" + other + "' has the id " + id + " already",
                    "Give each account its own id, or remove one of the two.");
            return null;
        }
        return id;
    }

    private @Nullable ConnectorSettings connector(String name, AccountProperties account) {
        return switch (account.connector()) {
            case SandboxConnector.NAME -> new SandboxSettings();
            case MiraiConnector.NAME -> mirai(name, account.mirai());
            default -> {
                problem(key(name, "connector"),
                        "there is no connector named '" + account.connector() + "' in this version",
                        "Set it to " + MiraiConnector.NAME + " or " + SandboxConnector.NAME + ".");
                yield null;
            }
        };
    }

    private @Nullable ConnectorSettings mirai(String name, @Nullable MiraiProperties mirai) {
        int before = this.problems.size();
        String verifyKey = verifyKey(name, mirai);
        if (mirai == null) {
            return null;
        }
        checkLinks(name, mirai);
        MiraiSettings.WebSocketClient webSocketClient = webSocketClient(name, mirai);
        MiraiSettings.HttpClient httpClient = httpClient(name, mirai);
        MiraiSettings.WebSocketServer webSocketServer = webSocketServer(name, mirai.websocketServer());
        MiraiSettings.HttpServer httpServer = httpServer(name, mirai.httpServer());
        if (verifyKey == null || this.problems.size() > before) {
            return null;
        }
        try {
            return new MiraiSettings(verifyKey, webSocketClient, httpClient, webSocketServer, httpServer);
        }
        catch (IllegalArgumentException ex) {
            problem(key(name, "mirai.verify-key"), String.valueOf(ex.getMessage()),
                    "Set it to the verifyKey of mirai-api-http.");
            return null;
        }
    }

    private @Nullable String verifyKey(String name, @Nullable MiraiProperties mirai) {
        String verifyKey = (mirai != null) ? mirai.verifyKey() : null;
        if (verifyKey == null || verifyKey.isBlank()) {
            problem(key(name, "mirai.verify-key"), "the connector mirai needs the key of its server",
                    "Set it to the verifyKey of mirai-api-http (to any text if that has enableVerify: false), or set "
                            + key(name, "connector") + " to " + SandboxConnector.NAME + ".");
            return null;
        }
        return checkResolved(key(name, "mirai.verify-key"), verifyKey) ? verifyKey : null;
    }

    private boolean checkResolved(String key, String value) {
        boolean resolved = !value.contains("${");
        if (!resolved) {
            problem(key, "its placeholder is not resolved", "Set the environment variable or property that it names.");
        }
        return resolved;
    }

    private void checkLinks(String name, MiraiProperties mirai) {
        List<String> receiving = new ArrayList<>();
        if (mirai.websocketClient() != null) {
            receiving.add("websocket-client");
        }
        if (mirai.websocketServer() != null) {
            receiving.add("websocket-server");
        }
        if (mirai.httpServer() != null) {
            receiving.add("http-server");
        }
        if (receiving.size() > 1) {
            problem(key(name, "mirai"), "there are several links that receive events (" + String.join(", ", receiving)
                    + "), so each event would come several times", "Keep one of them; an http-client may be beside it.");
        }
    }

    private MiraiSettings.@Nullable WebSocketClient webSocketClient(String name, MiraiProperties mirai) {
        boolean used = mirai.websocketClient() != null || mirai.hasNoLink();
        return used ? new MiraiSettings.WebSocketClient(url(key(name, "mirai.websocket-client.url"),
                mirai.websocketClient())) : null;
    }

    private MiraiSettings.@Nullable HttpClient httpClient(String name, MiraiProperties mirai) {
        boolean used = mirai.httpClient() != null || mirai.hasNoLink();
        return used ? new MiraiSettings.HttpClient(url(key(name, "mirai.http-client.url"), mirai.httpClient())) : null;
    }

    private MiraiSettings.@Nullable WebSocketServer webSocketServer(String name,
            MiraiProperties.@Nullable Server server) {
        String path = path(name, ServerLink.WEBSOCKET_SERVER, server);
        return (server != null && path != null)
                ? new MiraiSettings.WebSocketServer(path, server.params(), server.headers()) : null;
    }

    private MiraiSettings.@Nullable HttpServer httpServer(String name, MiraiProperties.@Nullable Server server) {
        String path = path(name, ServerLink.HTTP_SERVER, server);
        return (server != null && path != null) ? new MiraiSettings.HttpServer(path, server.headers()) : null;
    }

    private @Nullable String path(String name, ServerLink link, MiraiProperties.@Nullable Server server) {
        if (server == null) {
            return null;
        }
        if (!this.served.contains(link)) {
            problem(key(name, "mirai." + link.key()), "there is no servlet web server that this link could come to",
                    "Add the dependency " + link.dependency() + ", or use another link.");
        }
        checkRequired(key(name, "mirai." + link.key()), link, server);
        String key = key(name, "mirai." + link.key() + ".path");
        String path = path(key, server.path());
        String other = (path != null) ? this.keyByPath.putIfAbsent(path, key) : null;
        if (other != null) {
            problem(key, other + " is " + path + " already", "Give each link a path of its own.");
        }
        return path;
    }

    private void checkRequired(String key, ServerLink link, MiraiProperties.Server server) {
        if (link == ServerLink.HTTP_SERVER && !server.params().isEmpty()) {
            problem(key + ".params", "a webhook can require headers only",
                    "Set " + key + ".headers instead, and extraHeaders of mirai-api-http.");
        }
        checkSecrets(key + ".headers", server.headers());
        checkSecrets(key + ".params", server.params());
        server.headers().keySet().stream().filter((header) -> !HEADER_NAME.matcher(header).matches())
            .forEach((header) -> problem(key + ".headers", "'" + header + "' is not the name of a header",
                    "Use letters, digits and hyphens, such as X-Token."));
    }

    private void checkSecrets(String key, Map<String, String> required) {
        required.forEach((name, value) -> {
            checkResolved(key + "." + name, value);
            if (value.isBlank()) {
                problem(key + "." + name, "it is empty, so it would keep nobody out",
                        "Set it to a secret that mirai-api-http is told too, or leave it out.");
            }
        });
    }

    private @Nullable String path(String key, @Nullable String path) {
        try {
            return MiraiSettings.checkPath((path != null) ? path.strip() : "");
        }
        catch (IllegalArgumentException ex) {
            problem(key, "it is not the path of a link. " + ex.getMessage(),
                    "Set it to the path that mirai-api-http is told to call, such as /mirai/bot.");
            return null;
        }
    }

    private URI url(String key, MiraiProperties.@Nullable Client client) {
        if (client == null) {
            return MiraiSettings.DEFAULT_URL;
        }
        try {
            return MiraiSettings.checkUrl(new URI((client.url() != null) ? client.url().strip() : ""));
        }
        catch (URISyntaxException | IllegalArgumentException ex) {
            String reason = (ex instanceof URISyntaxException syntax) ? syntax.getReason() : ex.getMessage();
            problem(key, "it is not the URL of a server. " + reason,
                    "Set it to where mirai-api-http listens, such as " + MiraiSettings.DEFAULT_URL + ".");
            return MiraiSettings.DEFAULT_URL;
        }
    }

    private void checkDefaultAccount() {
        Map<String, AccountProperties> accounts = this.accounts;
        String name = this.properties.defaultAccount();
        if (name != null && !accounts.containsKey(name)) {
            problem("ariadne.default-account", "there is no account named '" + name + "'",
                    accounts.isEmpty() ? "Remove it, or configure accounts below ariadne.accounts."
                            : "Set it to one of " + String.join(", ", accounts.keySet()) + ".");
        }
        if (name == null && accounts.size() > 1) {
            problem("ariadne.default-account", "there are several accounts and none is the default",
                    "Set it to one of " + String.join(", ", accounts.keySet()) + ".");
        }
    }

    /** A name of other characters is written in brackets: without them it would be another name. */
    private static String key(String account, String rest) {
        boolean plain = account.matches("[a-z0-9-]+");
        return "ariadne.accounts" + (plain ? "." + account : "[" + account + "]") + "." + rest;
    }

    private void problem(String key, String description, String mend) {
        this.problems.add(new ConfigurationProblem(key, description, mend));
    }

}

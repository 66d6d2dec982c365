package dev.ariadne.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.ariadne.AccountSettings;
import dev.ariadne.ConnectorSettings;
import dev.ariadne.connector.mirai.MiraiConnector;
import dev.ariadne.connector.mirai.MiraiSettings;
import dev.ariadne.connector.sandbox.SandboxConnector;
import dev.ariadne.connector.sandbox.SandboxSettings;
import org.jspecify.annotations.Nullable;

/**
 * Turns the configured accounts into settings, and collects everything that is wrong with them.
 */
final class ConfiguredAccounts {

    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private final Map<Long, String> nameById = new HashMap<>();

    private final AriadneProperties properties;

    ConfiguredAccounts(AriadneProperties properties) {
        this.properties = properties;
    }

    /**
     * Returns the settings of all accounts, by name, in the order of configuration.
     *
     * @throws InvalidConfigurationException if anything is wrong with them
     */
    Map<String, AccountSettings> settings() {
        Map<String, AccountSettings> settings = new LinkedHashMap<>();
        this.properties.accounts().forEach((name, account) -> {
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
        if (mirai == null || mirai.verifyKey() == null) {
            problem(key(name, "mirai.verify-key"), "the connector mirai needs the key of its server",
                    "Set it to the verifyKey of mirai-api-http (to any text if that has enableVerify: false), or set "
                            + key(name, "connector") + " to " + SandboxConnector.NAME + ".");
            return null;
        }
        int before = this.problems.size();
        refuse(name, "mirai.websocket-server", mirai.websocketServer());
        refuse(name, "mirai.http-server", mirai.httpServer());
        if (mirai.websocketClient() == null && mirai.httpClient() != null) {
            problem(key(name, "mirai.http-client"), "an http-client alone is not supported by this version",
                    "Add " + key(name, "mirai.websocket-client.url") + ", or remove both to use the defaults.");
        }
        URI webSocketUrl = url(key(name, "mirai.websocket-client.url"), mirai.websocketClient());
        URI httpUrl = url(key(name, "mirai.http-client.url"), mirai.httpClient());
        boolean both = mirai.websocketClient() == null || mirai.httpClient() != null;
        if (this.problems.size() > before) {
            return null;
        }
        try {
            return new MiraiSettings(mirai.verifyKey(), new MiraiSettings.WebSocketClient(webSocketUrl),
                    both ? new MiraiSettings.HttpClient(httpUrl) : null);
        }
        catch (IllegalArgumentException ex) {
            problem(key(name, "mirai.verify-key"), String.valueOf(ex.getMessage()),
                    "Set it to the verifyKey of mirai-api-http.");
            return null;
        }
    }

    private void refuse(String name, String link, MiraiProperties.@Nullable Server configured) {
        if (configured != null) {
            problem(key(name, link), "this kind of link is not supported by this version",
                    "Remove it, and use " + key(name, "mirai.websocket-client") + ".");
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
        Map<String, AccountProperties> accounts = this.properties.accounts();
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

    private static String key(String account, String rest) {
        return "ariadne.accounts." + account + "." + rest;
    }

    private void problem(String key, String description, String mend) {
        this.problems.add(new ConfigurationProblem(key, description, mend));
    }

}

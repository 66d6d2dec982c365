package dev.ariadne.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.event.AccountOnlineEvent;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The application that is measured.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Application {

    /** Starts it, with properties such as {@code ariadne.accounts.alice.id=10001}. */
    static ConfigurableApplicationContext start(List<String> properties, Class<?>... more) {
        List<String> all = new ArrayList<>(properties);
        all.addAll(List.of("spring.main.banner-mode=off", "logging.level.root=ERROR",
                "spring.lifecycle.timeout-per-shutdown-phase=10m", "ariadne.background.shutdown-timeout=5m"));
        return new SpringApplicationBuilder(Application.class).sources(more).web(WebApplicationType.NONE)
            .properties(all.toArray(String[]::new)).run();
    }

    /** Returns the properties of accounts that are connected to the synthetic server. */
    static List<String> accounts(int count) {
        List<String> properties = new ArrayList<>(List.of("ariadne.default-account=bot0"));
        String url = "http://127.0.0.1:" + System.getProperty(SyntheticServer.PORT);
        for (int i = 0; i < count; i++) {
            String account = "ariadne.accounts.bot" + i + ".";
            properties.addAll(List.of(account + "id=" + (10000 + i), account + "mirai.verify-key=KEY1234567",
                    account + "mirai.websocket-client.url=" + url));
        }
        return properties;
    }

    /** Waits until the first account is online. */
    static Ariadne awaitOnline(ConfigurableApplicationContext context) throws InterruptedException {
        CountDownLatch online = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<AccountOnlineEvent>) (event) -> online.countDown());
        Ariadne ariadne = context.getBean(Accounts.class).getDefault();
        if (ariadne.status() != AccountStatus.ONLINE) {
            online.await();
        }
        return ariadne;
    }

}

package dev.ariadne.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One account.
 *
 * @param id numeric id of the account on its platform (the QQ number)
 * @param connector how the account reaches its platform: mirai or sandbox
 * @param mirai how the account reaches mirai-api-http
 * @since 0.1.0
 */
public record AccountProperties(@Nullable Long id, @DefaultValue("mirai") String connector,
        @NestedConfigurationProperty @Nullable MiraiProperties mirai) {

}

package dev.ariadne.call;

/**
 * Which server an account is connected to.
 *
 * @param version its version, such as {@code 2.10.0}
 * @since 0.1.0
 */
public record ServerInfo(String version) {

}

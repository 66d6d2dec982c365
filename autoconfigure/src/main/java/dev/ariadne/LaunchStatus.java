package dev.ariadne;

/**
 * How far the launch of an account has come.
 *
 * @param stage the stage
 * @since 0.1.0
 */
public record LaunchStatus(LaunchStage stage) {

}

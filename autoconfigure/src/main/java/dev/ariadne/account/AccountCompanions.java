package dev.ariadne.account;

/**
 * Lets companions join the accounts of the application.
 *
 * @since 0.1.0
 */
public interface AccountCompanions {

    /**
     * Adds a companion. It is told at once of the launch of the application, and of each account that has been
     * launched, and online, already.
     */
    void join(AccountCompanion companion);

    /**
     * Removes a companion. It is told nothing any more. Does nothing if it has not joined.
     */
    void leave(AccountCompanion companion);

    /**
     * Tells that the application has begun to stop: the launch stage of every account becomes
     * {@link dev.ariadne.LaunchStage#CLEANING}, while links stay up. Does nothing if it is told again, or when nothing
     * is running.
     */
    void beginStop();

}

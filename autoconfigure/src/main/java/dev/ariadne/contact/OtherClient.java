package dev.ariadne.contact;

/**
 * Another client in which the account is logged in, such as the one on its owner's desk.
 *
 * @param id the numeric id of the client, not of a person
 * @param platform what it runs on, as the platform names it, such as {@code WINDOWS}; {@code unknown} if unknown
 * @since 0.1.0
 */
public record OtherClient(long id, String platform) implements Contact {

    @Override
    public String name() {
        return this.platform;
    }

}

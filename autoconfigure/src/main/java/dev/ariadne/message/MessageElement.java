package dev.ariadne.message;

/**
 * One element of a {@link MessageChain}.
 *
 * @since 0.1.0
 */
public sealed interface MessageElement permits App, At, AtAll, Dice, Face, File, FlashImage, Forward, Image, Json,
        MarketFace, MiraiCode, MusicShare, Plain, Poke, Quote, ShortVideo, Source, UnknownElement, Voice, Xml {

    /**
     * Returns how the element looks in a line of text, such as {@code @30001}; empty if it has no look.
     */
    String display();

}

package dev.ariadne.message;

import org.jspecify.annotations.Nullable;

/**
 * Writes mirai code (that of mirai-core 2.16.0, observed).
 */
final class MiraiCodeWriter {

    static final int XML_SERVICE = 60;

    static final int JSON_SERVICE = 1;

    private MiraiCodeWriter() {
    }

    static String write(MessageChain chain) {
        StringBuilder code = new StringBuilder();
        for (MessageElement element : chain) {
            code.append(element(element));
        }
        return code.toString();
    }

    private static String element(MessageElement element) {
        if (element instanceof Plain plain) {
            return escape(plain.text());
        }
        if (element instanceof MiraiCode mirai) {
            return mirai.code();
        }
        if (element instanceof At at) {
            return code("at", at.target());
        }
        if (element instanceof AtAll) {
            return "[mirai:atall]";
        }
        if (element instanceof Face face) {
            return (face.faceId() != null) ? code("face", face.faceId()) : "";
        }
        if (element instanceof Dice dice) {
            return code("dice", dice.value());
        }
        if (element instanceof Poke poke) {
            return poke.kind().map((kind) -> code("poke", kind.label(), kind.type(), kind.id())).orElse("");
        }
        return media(element);
    }

    private static String media(MessageElement element) {
        if (element instanceof Image image) {
            return image("image", image.imageId());
        }
        if (element instanceof FlashImage flash) {
            return image("flash", flash.image().imageId());
        }
        if (element instanceof App app) {
            return code("app", app.content());
        }
        if (element instanceof Xml xml) {
            return code("service", XML_SERVICE, xml.xml());
        }
        if (element instanceof Json json) {
            return code("service", JSON_SERVICE, json.json());
        }
        if (element instanceof MusicShare music) {
            return code("musicshare", music.kind(), music.title(), music.summary(), music.jumpUrl(),
                    music.pictureUrl(), music.musicUrl(), music.brief());
        }
        return "";
    }

    private static String image(String name, @Nullable String imageId) {
        return (imageId != null) ? code(name, imageId) : "";
    }

    private static String code(String name, Object... arguments) {
        StringBuilder code = new StringBuilder("[mirai:").append(name);
        for (int i = 0; i < arguments.length; i++) {
            code.append((i == 0) ? ':' : ',').append(escape(arguments[i].toString()));
        }
        return code.append(']').toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '[', ']', ':', ',', '\\' -> escaped.append('\\').append(each);
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }

}

package dev.ariadne.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.ariadne.json.Json;

/**
 * Chains as nobody would write them. Those of one seed are always the same.
 */
final class RandomChains {

    private static final String ODD = "a ,:[]\\\n\r\t\"'{}<>&中😀\u0000[mirai:at:1]";

    private static final List<Poke.Kind> KINDS = List.of(Poke.Kind.values());

    private final Random random;

    RandomChains(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a chain of what mirai code has, without empty texts and with no two of them in a row. */
    MessageChain ofMiraiCode() {
        List<MessageElement> elements = new ArrayList<>();
        while (elements.size() < 6) {
            boolean afterText = !elements.isEmpty() && elements.get(elements.size() - 1) instanceof Plain;
            elements.add(afterText ? coded() : this.random.nextBoolean() ? new Plain(text(1)) : coded());
        }
        return MessageChain.of(elements);
    }

    /** Returns a chain of any elements, nested at most so deep. */
    MessageChain ofAll(int depth) {
        List<MessageElement> elements = new ArrayList<>();
        int size = this.random.nextInt(5);
        while (elements.size() < size) {
            elements.add(this.random.nextBoolean() ? coded() : other(depth));
        }
        return MessageChain.of(elements);
    }

    private MessageElement coded() {
        return switch (this.random.nextInt(12)) {
            case 0 -> new At(number());
            case 1 -> new AtAll();
            case 2 -> new Face(this.random.nextInt());
            case 3 -> Image.ofId(text(0));
            case 4 -> Image.ofId(text(0)).flash();
            case 5 -> new Poke(KINDS.get(this.random.nextInt(KINDS.size())));
            case 6 -> new Dice(1 + this.random.nextInt(6));
            case 7 -> new App(text(0));
            case 8 -> new Xml(text(0));
            case 9 -> new dev.ariadne.message.Json(text(0));
            case 10 -> new MusicShare(text(0), text(0), text(0), text(0), text(0), text(0), text(0));
            default -> new MiraiCode("[mirai:rps:rock]");
        };
    }

    private MessageElement other(int depth) {
        return switch (this.random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> new Source(number(), Instant.ofEpochSecond(this.random.nextInt()));
            case 1 -> new Face(null, text(0), this.random.nextBoolean());
            case 2 -> new Image(text(0), text(0), text(0), text(0), this.random.nextInt(), this.random.nextInt(),
                    number(), text(0), this.random.nextBoolean());
            case 3 -> Image.ofUrl(text(0)).flash();
            case 4 -> new Voice(null, text(0), null, null, number());
            case 5 -> new MarketFace(number(), text(0));
            case 6 -> new File(text(0), text(0), number());
            case 7 -> ShortVideo.ofUrl(text(0), text(0), text(0));
            case 8 -> new UnknownElement("New", Json.object().put("type", "New").put("value", text(0)));
            case 9 -> new Quote(number(), number(), number(), number(), ofAll(depth - 1));
            case 10 -> new Forward(new Forward.ById(number()), new Forward.ByReference(number(), number()),
                    new Forward.Content(number(), text(0), null, ofAll(depth - 1)));
            default -> new Forward(List.of(new Forward.Content(number(), text(0), Instant.EPOCH, ofAll(depth - 1))),
                    new Forward.Cover(text(0), null, text(0), List.of(text(0), text(0)), null));
        };
    }

    private long number() {
        return this.random.nextLong() >> this.random.nextInt(64);
    }

    private String text(int min) {
        StringBuilder text = new StringBuilder();
        int[] points = ODD.codePoints().toArray();
        for (int i = min + this.random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[this.random.nextInt(points.length)]);
        }
        return text.append(this.random.nextInt(10) == 0 ? "[mirai:at:1]" : "").toString();
    }

}

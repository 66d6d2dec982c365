package dev.ariadne.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads mirai code (that of mirai-core 2.16.0, observed). Unlike mirai, which takes what it cannot read for text, this
 * refuses it. One reader reads one code.
 */
final class MiraiCodeReader {

    private static final String START = "[mirai:";

    private final String code;

    private final List<MessageElement> elements = new ArrayList<>();

    MiraiCodeReader(String code) {
        this.code = code;
    }

    MessageChain read() {
        int position = 0;
        while (position < this.code.length()) {
            int start = find(START, position);
            if (start > position) {
                this.elements.add(new Plain(unescape(position, start)));
            }
            position = (start < this.code.length()) ? element(start) : start;
        }
        return MessageChain.of(this.elements);
    }

    /** Returns the position of the first such text that is not escaped, the length of the code if there is none. */
    private int find(String text, int from) {
        for (int i = from; i < this.code.length(); i++) {
            if (this.code.charAt(i) == '\\') {
                i++;
            }
            else if (this.code.startsWith(text, i)) {
                return i;
            }
        }
        return this.code.length();
    }

    private int element(int start) {
        int end = find("]", start + 1);
        if (end == this.code.length()) {
            throw bad(start, "has no end");
        }
        int nameStart = start + START.length();
        int nameEnd = Math.min(find(":", nameStart), end);
        Arguments arguments = new Arguments(Math.min(nameEnd + 1, end), end);
        this.elements.add(element(this.code.substring(nameStart, nameEnd), arguments, start));
        return end + 1;
    }

    private MessageElement element(String name, Arguments arguments, int start) {
        return switch (name) {
            case "at" -> new At(arguments.number());
            case "atall" -> atAll(arguments);
            case "face" -> new Face(arguments.integer());
            case "dice" -> dice(arguments);
            case "image" -> Image.ofId(arguments.whole());
            case "flash" -> Image.ofId(arguments.whole()).flash();
            case "app" -> new App(arguments.whole());
            case "poke", "service", "musicshare" -> compound(name, arguments, start);
            case "" -> throw bad(start, "has no name");
            default -> other(start, arguments.end);
        };
    }

    private MessageElement compound(String name, Arguments arguments, int start) {
        return switch (name) {
            case "poke" -> poke(arguments, start);
            case "service" -> service(arguments, start);
            default -> music(arguments);
        };
    }

    private static AtAll atAll(Arguments arguments) {
        arguments.none();
        return new AtAll();
    }

    private Dice dice(Arguments arguments) {
        int value = arguments.integer();
        if (!Dice.isPossible(value)) {
            throw bad(arguments.start, "is not from 1 to 6");
        }
        return new Dice(value);
    }

    private MessageElement poke(Arguments arguments, int start) {
        List<Arguments> parts = arguments.split(3);
        int type = parts.get(1).integer();
        int id = parts.get(2).integer();
        for (Poke.Kind kind : Poke.Kind.values()) {
            if (kind.type() == type && kind.id() == id) {
                return new Poke(kind);
            }
        }
        return other(start, arguments.end);
    }

    private MessageElement service(Arguments arguments, int start) {
        int comma = Math.min(find(",", arguments.start), arguments.end);
        int id = new Arguments(arguments.start, comma).integer();
        if (comma == arguments.end) {
            throw bad(arguments.start, "has no content");
        }
        Arguments content = new Arguments(comma + 1, arguments.end);
        return switch (id) {
            case MiraiCodeWriter.XML_SERVICE -> new Xml(content.whole());
            case MiraiCodeWriter.JSON_SERVICE -> new Json(content.whole());
            default -> other(start, arguments.end);
        };
    }

    private static MusicShare music(Arguments arguments) {
        List<String> parts = arguments.split(7).stream().map(Arguments::whole).toList();
        return new MusicShare(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5),
                parts.get(6));
    }

    private MiraiCode other(int start, int end) {
        return new MiraiCode(this.code.substring(start, end + 1));
    }

    private String unescape(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char each = this.code.charAt(i);
            text.append((each == '\\') ? escaped(++i, to) : each);
        }
        return text.toString();
    }

    private char escaped(int position, int end) {
        char each = (position < end) ? this.code.charAt(position) : ' ';
        return switch (each) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '[', ']', ':', ',', '\\' -> each;
            default -> throw bad(position - 1, "escapes nothing");
        };
    }

    private static IllegalArgumentException bad(int position, String why) {
        return new IllegalArgumentException("Not mirai code: what is at position " + position + " " + why);
    }

    /** What is between the name and the end of an element. */
    private final class Arguments {

        private final int start;

        private final int end;

        Arguments(int start, int end) {
            this.start = start;
            this.end = end;
        }

        void none() {
            if (this.start < this.end) {
                throw bad(this.start, "should not be there");
            }
        }

        String whole() {
            return unescape(this.start, this.end);
        }

        int integer() {
            long value = number();
            if (value != (int) value) {
                throw bad(this.start, "is too large");
            }
            return (int) value;
        }

        long number() {
            try {
                return Long.parseLong(whole());
            }
            catch (NumberFormatException ex) {
                throw bad(this.start, "is not a number");
            }
        }

        List<Arguments> split(int count) {
            List<Arguments> parts = new ArrayList<>();
            int from = this.start;
            while (from <= this.end) {
                int comma = Math.min(find(",", from), this.end);
                parts.add(new Arguments(from, comma));
                from = comma + 1;
            }
            if (parts.size() != count) {
                throw bad(this.start, "has " + parts.size() + " parts instead of " + count);
            }
            return parts;
        }

    }

}

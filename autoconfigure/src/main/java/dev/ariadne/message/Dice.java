package dev.ariadne.message;

/**
 * A die that has been thrown.
 *
 * @param value what it shows, 1 to 6
 * @since 0.1.0
 */
public record Dice(int value) implements MessageElement {

    /**
     * Creates a die.
     *
     * @throws IllegalArgumentException if a die cannot show the value
     */
    public Dice {
        if (!isPossible(value)) {
            throw new IllegalArgumentException("A die shows 1 to 6, not " + value);
        }
    }

    static boolean isPossible(long value) {
        return value >= 1 && value <= 6;
    }

    @Override
    public String display() {
        return "[dice " + this.value + "]";
    }

}

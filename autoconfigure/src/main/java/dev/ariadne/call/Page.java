package dev.ariadne.call;

/**
 * A part of a list that the platform keeps.
 *
 * @param offset how many entries to leave out at the beginning, 0 or more
 * @param size how many entries to return at most, 1 or more
 * @since 0.1.0
 */
public record Page(int offset, int size) {

    private static final Page ALL = new Page(0, Integer.MAX_VALUE);

    /**
     * Creates a page.
     *
     * @throws IllegalArgumentException if the offset is negative, or the size not positive
     */
    public Page {
        if (offset < 0 || size < 1) {
            throw new IllegalArgumentException("A page has an offset of 0 or more and a size of 1 or more, not "
                    + offset + " and " + size);
        }
    }

    /**
     * Returns the whole list.
     */
    public static Page all() {
        return ALL;
    }

    /**
     * Returns the beginning of the list.
     *
     * @param size how many entries at most
     * @throws IllegalArgumentException if the size is not positive
     */
    public static Page first(int size) {
        return new Page(0, size);
    }

    /**
     * Returns the page after this one.
     *
     * @throws IllegalArgumentException if a list cannot be so long
     */
    public Page next() {
        long next = (long) this.offset + this.size;
        if (next > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("There is no page after " + this);
        }
        return new Page((int) next, this.size);
    }

}

package dev.ariadne.message;

import org.jspecify.annotations.Nullable;

/**
 * A small picture of the platform's own set.
 *
 * @param faceId its number, null if only the name is known
 * @param name its name, null if only the number is known
 * @param superFace whether it is shown large and moving
 * @since 0.1.0
 */
public record Face(@Nullable Integer faceId, @Nullable String name, boolean superFace) implements MessageElement {

    /**
     * Creates a face.
     *
     * @throws IllegalArgumentException if both number and name are missing
     */
    public Face {
        if (faceId == null && name == null) {
            throw new IllegalArgumentException("A face needs a number or a name");
        }
    }

    /**
     * Creates a face from its number.
     */
    public Face(int faceId) {
        this(faceId, null, false);
    }

    @Override
    public String display() {
        return "[" + ((this.name != null) ? this.name : "face " + this.faceId) + "]";
    }

}

package dev.ariadne.message;

/**
 * A file that was put into a group or sent by a friend. Only received: the server drops it from what is sent (protocol
 * notes 4, observed on 2.10.0); files are sent by an upload.
 *
 * @param id the platform's id of the file
 * @param name its name
 * @param size its size in bytes
 * @since 0.1.0
 */
public record File(String id, String name, long size) implements MessageElement {

    @Override
    public String display() {
        return "[file " + this.name + "]";
    }

}

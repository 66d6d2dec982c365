package dev.ariadne.connector.mirai;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file, which are to be as many as was told. Whatever goes wrong is a {@link ContentException}.
 */
final class ContentStream extends InputStream {

    private final FilePart file;

    private final long length;

    private final InputStream input;

    private long count;

    /**
     * Opens a file.
     *
     * @param length how many bytes it is to have, negative if that is not known
     */
    ContentStream(FilePart file, long length) throws ContentException {
        this.file = file;
        this.length = length;
        try {
            this.input = file.content().open();
        }
        catch (Exception ex) {
            throw unreadable(ex);
        }
    }

    private ContentException unreadable(Exception cause) {
        return new ContentException(this.file, "cannot be read: " + Causes.describe(cause), cause);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
        int read = readAny(bytes, offset, size);
        this.count += Math.max(read, 0);
        if (this.length >= 0 && this.count > this.length) {
            throw new ContentException(this.file, "has more bytes than the " + this.length + " it was said to have",
                    null);
        }
        if (read < 0 && this.count < this.length) {
            throw new ContentException(this.file, "ends after " + this.count + " of " + this.length + " bytes", null);
        }
        return read;
    }

    private int readAny(byte[] bytes, int offset, int size) throws ContentException {
        try {
            return this.input.read(bytes, offset, size);
        }
        catch (Exception ex) {
            throw unreadable(ex);
        }
    }

    @Override
    public void close() throws IOException {
        this.input.close();
    }

}

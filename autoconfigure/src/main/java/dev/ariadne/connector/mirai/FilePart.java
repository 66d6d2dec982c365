package dev.ariadne.connector.mirai;

import dev.ariadne.call.Content;

/**
 * A file in the body of a command that is made as {@code multipart/form-data}.
 *
 * @param name the name of the part
 * @param fileName the name of the file that is told to the server
 * @param content its bytes
 */
record FilePart(String name, String fileName, Content content) {

}

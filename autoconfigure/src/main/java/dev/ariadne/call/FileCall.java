package dev.ariadne.call;

import java.util.List;

/**
 * Calls about the files of a group. Those of a friend cannot be reached (protocol notes 3, observed on 2.10.0).
 *
 * @param <R> the type of the answer
 * @since 0.1.0
 */
public sealed interface FileCall<R> extends Call<R> {

    /**
     * Asks for the files and folders in a folder.
     *
     * @param groupId the group
     * @param folder the folder
     * @param page which part of the list
     * @param withDownloadInfo whether to ask where the files can be downloaded
     */
    record FileList(long groupId, FileRef folder, Page page,
            boolean withDownloadInfo) implements FileCall<List<RemoteFile>> {

        @Override
        public String command() {
            return "file_list";
        }

    }

    /**
     * Asks for one file.
     *
     * @param groupId the group
     * @param file the file
     * @param withDownloadInfo whether to ask where it can be downloaded
     */
    record FileInfo(long groupId, FileRef file, boolean withDownloadInfo) implements FileCall<RemoteFile> {

        @Override
        public String command() {
            return "file_info";
        }

    }

    /**
     * Makes a folder.
     *
     * @param groupId the group
     * @param parent where to make it
     * @param name the name of the new folder
     */
    record MakeDirectory(long groupId, FileRef parent, String name) implements FileCall<RemoteFile> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the name is blank
         */
        public MakeDirectory {
            Arguments.notBlank(name, "the name of the folder");
        }

        @Override
        public String command() {
            return "file_mkdir";
        }

    }

    /**
     * Deletes a file.
     *
     * @param groupId the group
     * @param file the file
     */
    record DeleteFile(long groupId, FileRef file) implements FileCall<Done> {

        @Override
        public String command() {
            return "file_delete";
        }

    }

    /**
     * Renames a file.
     *
     * @param groupId the group
     * @param file the file
     * @param name its new name
     */
    record RenameFile(long groupId, FileRef file, String name) implements FileCall<Done> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the name is blank
         */
        public RenameFile {
            Arguments.notBlank(name, "the new name of the file");
        }

        @Override
        public String command() {
            return "file_rename";
        }

    }

    /**
     * Moves a file to another folder.
     *
     * @param groupId the group
     * @param file the file
     * @param folder where it is to be
     */
    record MoveFile(long groupId, FileRef file, FileRef folder) implements FileCall<Done> {

        @Override
        public String command() {
            return "file_move";
        }

    }

    /**
     * Uploads a file. Only an HTTP link can.
     *
     * @param groupId the group
     * @param folder the path of the folder where it is to be, from the root {@code /}
     * @param name the name of the file
     * @param content its bytes
     */
    record UploadFile(long groupId, String folder, String name, Content content) implements FileCall<RemoteFile> {

        /**
         * Creates the call.
         *
         * @throws IllegalArgumentException if the path does not begin with a slash, or the name is blank
         */
        public UploadFile {
            if (!folder.startsWith("/")) {
                throw new IllegalArgumentException("The folder is given by its path from the root, such as / or /dir: "
                        + folder);
            }
            Arguments.notBlank(name, "the name of the file");
        }

        @Override
        public String command() {
            return "file_upload";
        }

    }

}

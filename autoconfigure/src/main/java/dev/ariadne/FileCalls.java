package dev.ariadne;

import java.util.List;

import dev.ariadne.call.Call;
import dev.ariadne.call.Content;
import dev.ariadne.call.FileCall;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.Page;
import dev.ariadne.call.RemoteFile;

/**
 * The calls about the files of a group.
 *
 * @see Ariadne
 * @since 0.1.0
 */
public interface FileCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    <R> R call(Call<R> call);

    /**
     * Asks for the files and folders in a folder.
     *
     * @param groupId the id of the group
     * @param folder the folder
     * @return the files and folders, without download information
     * @throws CallFailedException if there was no answer, or there is no such folder
     */
    default List<RemoteFile> fileList(long groupId, FileRef folder) {
        return call(new FileCall.FileList(groupId, folder, Page.all(), false));
    }

    /**
     * Asks for the files and folders in a folder.
     *
     * @param groupId the id of the group
     * @param folder the folder
     * @param page which part of the list
     * @param withDownloadInfo whether to ask where the files can be downloaded, which takes the server a request for
     * each
     * @return the files and folders
     * @throws CallFailedException if there was no answer, or there is no such folder
     */
    default List<RemoteFile> fileList(long groupId, FileRef folder, Page page, boolean withDownloadInfo) {
        return call(new FileCall.FileList(groupId, folder, page, withDownloadInfo));
    }

    /**
     * Asks for a file, and where it can be downloaded.
     *
     * @param groupId the id of the group
     * @param file the file
     * @return the file, with download information
     * @throws CallFailedException if there was no answer, or there is no such file
     */
    default RemoteFile fileInfo(long groupId, FileRef file) {
        return call(new FileCall.FileInfo(groupId, file, true));
    }

    /**
     * Makes a folder.
     *
     * @param groupId the id of the group
     * @param parent where to make it
     * @param name the name of the new folder
     * @return the folder
     * @throws CallFailedException if it was not made
     * @throws IllegalArgumentException if the name is blank
     */
    default RemoteFile makeDirectory(long groupId, FileRef parent, String name) {
        return call(new FileCall.MakeDirectory(groupId, parent, name));
    }

    /**
     * Deletes a file.
     *
     * @param groupId the id of the group
     * @param file the file
     * @throws CallFailedException if it was not deleted
     */
    default void deleteFile(long groupId, FileRef file) {
        call(new FileCall.DeleteFile(groupId, file));
    }

    /**
     * Renames a file.
     *
     * @param groupId the id of the group
     * @param file the file
     * @param name its new name
     * @throws CallFailedException if it was not renamed
     * @throws IllegalArgumentException if the name is blank
     */
    default void renameFile(long groupId, FileRef file, String name) {
        call(new FileCall.RenameFile(groupId, file, name));
    }

    /**
     * Moves a file to another folder.
     *
     * @param groupId the id of the group
     * @param file the file
     * @param folder where it is to be
     * @throws CallFailedException if it was not moved
     */
    default void moveFile(long groupId, FileRef file, FileRef folder) {
        call(new FileCall.MoveFile(groupId, file, folder));
    }

    /**
     * Uploads a file. The account needs an HTTP link for it.
     *
     * @param groupId the id of the group
     * @param folder the path of the folder where it is to be, from the root {@code /}
     * @param name the name of the file
     * @param content its bytes
     * @return the file
     * @throws CallFailedException if it was not uploaded
     * @throws IllegalArgumentException if the path does not begin with a slash, or the name is blank
     */
    default RemoteFile uploadFile(long groupId, String folder, String name, Content content) {
        return call(new FileCall.UploadFile(groupId, folder, name, content));
    }

}

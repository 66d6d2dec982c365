package dev.ariadne;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;
import dev.ariadne.call.Content;
import dev.ariadne.call.Done;
import dev.ariadne.call.FileCall;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.Page;
import dev.ariadne.call.RemoteFile;

/**
 * The calls about the files of a group, without waiting for them.
 *
 * @see AsyncAriadne
 * @since 0.1.0
 */
public interface AsyncFileCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see AsyncAriadne#call(Call)
     */
    <R> CompletableFuture<R> call(Call<R> call);

    /**
     * Asks for the files and folders in a folder.
     *
     * @see FileCalls#fileList(long, FileRef)
     */
    default CompletableFuture<List<RemoteFile>> fileList(long groupId, FileRef folder) {
        return call(new FileCall.FileList(groupId, folder, Page.all(), false));
    }

    /**
     * Asks for the files and folders in a folder.
     *
     * @see FileCalls#fileList(long, FileRef, Page, boolean)
     */
    default CompletableFuture<List<RemoteFile>> fileList(long groupId, FileRef folder, Page page,
            boolean withDownloadInfo) {
        return call(new FileCall.FileList(groupId, folder, page, withDownloadInfo));
    }

    /**
     * Asks for a file, and where it can be downloaded.
     *
     * @see FileCalls#fileInfo(long, FileRef)
     */
    default CompletableFuture<RemoteFile> fileInfo(long groupId, FileRef file) {
        return call(new FileCall.FileInfo(groupId, file, true));
    }

    /**
     * Makes a folder.
     *
     * @see FileCalls#makeDirectory(long, FileRef, String)
     */
    default CompletableFuture<RemoteFile> makeDirectory(long groupId, FileRef parent, String name) {
        return call(new FileCall.MakeDirectory(groupId, parent, name));
    }

    /**
     * Deletes a file.
     *
     * @see FileCalls#deleteFile(long, FileRef)
     */
    default CompletableFuture<Done> deleteFile(long groupId, FileRef file) {
        return call(new FileCall.DeleteFile(groupId, file));
    }

    /**
     * Renames a file.
     *
     * @see FileCalls#renameFile(long, FileRef, String)
     */
    default CompletableFuture<Done> renameFile(long groupId, FileRef file, String name) {
        return call(new FileCall.RenameFile(groupId, file, name));
    }

    /**
     * Moves a file to another folder.
     *
     * @see FileCalls#moveFile(long, FileRef, FileRef)
     */
    default CompletableFuture<Done> moveFile(long groupId, FileRef file, FileRef folder) {
        return call(new FileCall.MoveFile(groupId, file, folder));
    }

    /**
     * Uploads a file. The account needs an HTTP link for it.
     *
     * @see FileCalls#uploadFile(long, String, String, Content)
     */
    default CompletableFuture<RemoteFile> uploadFile(long groupId, String folder, String name, Content content) {
        return call(new FileCall.UploadFile(groupId, folder, name, content));
    }

}

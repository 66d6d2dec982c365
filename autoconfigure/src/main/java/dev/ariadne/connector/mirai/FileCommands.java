package dev.ariadne.connector.mirai;

import java.util.List;

import dev.ariadne.call.FileCall.DeleteFile;
import dev.ariadne.call.FileCall.FileInfo;
import dev.ariadne.call.FileCall.FileList;
import dev.ariadne.call.FileCall.MakeDirectory;
import dev.ariadne.call.FileCall.MoveFile;
import dev.ariadne.call.FileCall.RenameFile;
import dev.ariadne.call.FileCall.UploadFile;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.RemoteFile;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands about the files of a group (protocol notes 3, observed on 2.10.0). Times are seconds.
 */
final class FileCommands {

    static final List<CallForm<?, ?>> FORMS = List.of(
            CallForm.get(FileList.class,
                    (call) -> Pages.put(file(call.groupId(), call.folder()), call.page())
                            .put("withDownloadInfo", call.withDownloadInfo()),
                    Answers.list(FileCommands::remote)),
            CallForm.get(FileInfo.class,
                    (call) -> file(call.groupId(), call.file()).put("withDownloadInfo", call.withDownloadInfo()),
                    Answers.data(FileCommands::remote)),
            CallForm.post(MakeDirectory.class,
                    (call) -> file(call.groupId(), call.parent()).put("directoryName", call.name()),
                    Answers.data(FileCommands::remote)),
            CallForm.post(DeleteFile.class, (call) -> file(call.groupId(), call.file()), Answers::done),
            CallForm.post(RenameFile.class, (call) -> file(call.groupId(), call.file()).put("renameTo", call.name()),
                    Answers::done),
            CallForm.post(MoveFile.class, FileCommands::move, Answers::done),
            CallForm.upload(UploadFile.class,
                    (call) -> Json.object().put("type", "group").put("target", call.groupId())
                            .put("path", call.folder()),
                    (call) -> List.of(new FilePart("file", call.name(), call.content())),
                    Answers.data(FileCommands::remote)));

    private FileCommands() {
    }

    /** A file with a path has an empty id: the server wants none, and takes the path before it. */
    private static ObjectNode file(long groupId, FileRef file) {
        ObjectNode content = Json.object().put("target", groupId).put("id", (file.id() != null) ? file.id() : "");
        return (file.path() != null) ? content.put("path", file.path()) : content;
    }

    /**
     * The root goes by its id, which is a slash too: by its path the server looks for a folder without a name, and
     * fails (read in the source of 2.10.0, not recorded).
     */
    private static ObjectNode move(MoveFile call) {
        ObjectNode content = file(call.groupId(), call.file());
        FileRef folder = call.folder();
        String id = folder.equals(FileRef.root()) ? folder.path() : folder.id();
        return (id != null) ? content.put("moveTo", id) : content.put("moveToPath", folder.path());
    }

    private static RemoteFile remote(JsonFields json) {
        JsonFields parent = json.objectOrNull("parent");
        return new RemoteFile(json.text("name"), json.textOrNull("id"), json.text("path"),
                (parent != null) ? remote(parent) : null, ContactDecoder.group(json.object("contact")),
                json.flag("isDirectory", false), json.number("size", 0), details(json),
                download(json.objectOrNull("downloadInfo")));
    }

    private static RemoteFile.@Nullable Details details(JsonFields json) {
        if (!json.flag("isFile", false)) {
            return null;
        }
        return new RemoteFile.Details(json.text("sha1", ""), json.text("md5", ""), json.number("uploaderId", 0),
                json.timeOrEpoch("uploadTime"), json.timeOrEpoch("lastModifyTime"));
    }

    private static RemoteFile.@Nullable Download download(@Nullable JsonFields json) {
        return (json != null) ? new RemoteFile.Download(json.text("url", ""), json.integer("downloadTimes", 0)) : null;
    }

}

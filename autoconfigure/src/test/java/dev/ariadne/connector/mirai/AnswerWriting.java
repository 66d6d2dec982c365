package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.function.Function;

import dev.ariadne.call.Announcement;
import dev.ariadne.call.Done;
import dev.ariadne.call.GroupConfig;
import dev.ariadne.call.RemoteFile;
import dev.ariadne.call.ServerInfo;
import dev.ariadne.call.SessionInfo;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.call.UploadedImage;
import dev.ariadne.call.UploadedVoice;
import dev.ariadne.contact.Contact;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Profile;
import dev.ariadne.json.Json;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageElement;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import dev.ariadne.message.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the answers of calls as the server does: the other way round than the product.
 */
final class AnswerWriting {

    private AnswerWriting() {
    }

    /**
     * Writes an answer.
     *
     * @param result what was read
     * @param bare whether the command answers without an envelope
     */
    static JsonNode write(Object result, boolean bare) {
        if (result instanceof Done) {
            return success("success");
        }
        if (result instanceof MessageReceipt receipt) {
            return success("success").put("messageId", receipt.messageId());
        }
        JsonNode data = (result instanceof List<?> list) ? array(list, AnswerWriting::value) : value(result);
        return bare ? data : success("").set("data", data);
    }

    private static ObjectNode success(String message) {
        return Json.object().put("code", 0).put("msg", message);
    }

    private static JsonNode array(List<?> list, Function<Object, JsonNode> writer) {
        ArrayNode array = Json.array();
        list.forEach((element) -> array.add(writer.apply(element)));
        return array;
    }

    private static JsonNode value(Object value) {
        if (value instanceof Long number) {
            return Json.object().put("value", number).get("value");
        }
        if (value instanceof Contact contact) {
            return contact(contact);
        }
        if (value instanceof Group group) {
            return group(group);
        }
        if (value instanceof Profile profile) {
            return profile(profile);
        }
        if (value instanceof GroupConfig config) {
            return config(config);
        }
        if (value instanceof RemoteFile file) {
            return file(file);
        }
        if (value instanceof Announcement announcement) {
            return announcement(announcement);
        }
        if (value instanceof StoredMessage message) {
            return message(message);
        }
        return small(value);
    }

    private static ObjectNode small(Object value) {
        if (value instanceof UploadedImage image) {
            return Json.object().put("imageId", image.imageId()).put("url", image.url());
        }
        if (value instanceof UploadedVoice voice) {
            return Json.object().put("voiceId", voice.voiceId());
        }
        if (value instanceof ServerInfo info) {
            return Json.object().put("version", info.version());
        }
        if (value instanceof SessionInfo info) {
            return Json.object().put("sessionKey", info.sessionKey()).set("qq", contact(info.account()));
        }
        throw new AssertionError("Nobody knows how to write " + value);
    }

    private static ObjectNode contact(Contact contact) {
        return (contact instanceof Member member) ? ContactEncoder.member(member)
                : ContactEncoder.friend((Friend) contact);
    }

    private static ObjectNode group(Group group) {
        return ContactEncoder.group(group);
    }

    private static ObjectNode profile(Profile profile) {
        return Json.object().put("nickname", profile.nickname()).put("email", profile.email())
            .put("age", profile.age()).put("level", profile.level()).put("sign", profile.sign())
            .put("sex", profile.sex().name());
    }

    private static ObjectNode config(GroupConfig config) {
        return Json.object().put("name", config.name()).put("confessTalk", config.confessTalk())
            .put("allowMemberInvite", config.allowMemberInvite()).put("autoApprove", config.autoApprove())
            .put("anonymousChat", config.anonymousChat()).put("muteAll", config.muteAll());
    }

    private static ObjectNode announcement(Announcement announcement) {
        ObjectNode json = Json.object().set("group", group(announcement.group()));
        return json.put("content", announcement.content()).put("senderId", announcement.senderId())
            .put("fid", announcement.id()).put("allConfirmed", announcement.allConfirmed())
            .put("confirmedMembersCount", announcement.confirmedMembers())
            .put("publicationTime", announcement.publishedAt().getEpochSecond());
    }

    private static ObjectNode file(RemoteFile file) {
        ObjectNode json = Json.object().put("name", file.name()).put("id", file.id()).put("path", file.path());
        json.set("parent", nullable((file.parent() != null) ? file(file.parent()) : null));
        json.set("contact", group(file.group()));
        json.put("isFile", !file.folder()).put("isDictionary", file.folder()).put("isDirectory", file.folder())
            .put("size", file.size());
        putDetails(json, file.details());
        json.set("downloadInfo", nullable(download(file)));
        return json;
    }

    private static void putDetails(ObjectNode json, RemoteFile.@Nullable Details details) {
        json.put("sha1", (details != null) ? details.sha1() : null)
            .put("md5", (details != null) ? details.md5() : null)
            .put("uploaderId", (details != null) ? Long.valueOf(details.uploaderId()) : null)
            .put("uploadTime", (details != null) ? Long.valueOf(details.uploadedAt().getEpochSecond()) : null)
            .put("lastModifyTime", (details != null) ? Long.valueOf(details.modifiedAt().getEpochSecond()) : null);
    }

    private static @Nullable ObjectNode download(RemoteFile file) {
        if (file.download() == null) {
            return null;
        }
        ObjectNode json = Json.object().put("url", file.download().url())
            .put("downloadTimes", file.download().downloads());
        putDetails(json, file.details());
        return json;
    }

    private static JsonNode nullable(@Nullable JsonNode json) {
        return (json != null) ? json : Json.object().nullNode();
    }

    private static ObjectNode message(StoredMessage message) {
        ObjectNode json = Json.object().put("type", message.type());
        json.set("messageChain", chain(message.message()));
        json.set("sender", contact(message.sender()));
        return json;
    }

    private static ArrayNode chain(MessageChain chain) {
        ArrayNode array = Json.array();
        chain.forEach((element) -> array.add(element(element)));
        return array;
    }

    private static JsonNode element(MessageElement element) {
        if (element instanceof Source source) {
            return Json.object().put("type", "Source").put("id", source.id())
                .put("time", source.time().getEpochSecond());
        }
        if (element instanceof Quote quote) {
            return Json.object().put("type", "Quote").put("id", quote.id()).put("senderId", quote.senderId())
                .put("targetId", quote.targetId()).put("groupId", quote.groupId())
                .set("origin", chain(quote.origin()));
        }
        return Chains.write(MessageChain.of(element)).get(0);
    }

}

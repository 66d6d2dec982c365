package dev.ariadne.message;

import java.util.List;

import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * How elements that are little more than text are read and written.
 */
final class TextElements {

    static final List<ElementFormat<?>> FORMATS = List.of(
            new ElementFormat<>(Plain.class, (json) -> new Plain(json.text("text")),
                    (plain, json) -> json.text("text", plain.text())),
            new ElementFormat<>(At.class, (json) -> new At(json.number("target"), json.text("display", "")),
                    (at, json) -> json.number("target", at.target()).textOrEmpty("display", at.label())),
            new ElementFormat<>(AtAll.class, TextElements::atAll, (atAll, json) -> json.numberOrZero("target", 0)),
            new ElementFormat<>(Face.class, TextElements::face, (face, json) -> json
                    .numberOrNull("faceId", (face.faceId() != null) ? face.faceId().longValue() : null)
                    .text("name", face.name()).flagOrFalse("isSuperFace", face.superFace())),
            new ElementFormat<>(Xml.class, (json) -> new Xml(json.text("xml")),
                    (xml, json) -> json.text("xml", xml.xml())),
            new ElementFormat<>(Json.class, (json) -> new Json(json.text("json")),
                    (card, json) -> json.text("json", card.json())),
            new ElementFormat<>(App.class, (json) -> new App(json.text("content")),
                    (app, json) -> json.text("content", app.content())),
            new ElementFormat<>(Poke.class, (json) -> new Poke(json.text("name")),
                    (poke, json) -> json.text("name", poke.name())),
            new ElementFormat<>(Dice.class, TextElements::dice, (dice, json) -> json.number("value", dice.value())),
            new ElementFormat<>(MarketFace.class, (json) -> new MarketFace(json.number("id"), json.text("name")),
                    (face, json) -> json.number("id", face.id()).text("name", face.name())),
            new ElementFormat<>(MiraiCode.class, (json) -> new MiraiCode(json.text("code")),
                    (code, json) -> json.text("code", code.code())));

    private TextElements() {
    }

    /** The target is reserved and always 0 (protocol notes 4, observed on 2.10.0). */
    private static AtAll atAll(JsonFields json) {
        json.number("target", 0);
        return new AtAll();
    }

    private static @Nullable Face face(JsonFields json) {
        Integer faceId = json.integerOrNull("faceId");
        String name = json.textOrNull("name");
        return (faceId != null || name != null) ? new Face(faceId, name, json.flag("isSuperFace", false)) : null;
    }

    private static @Nullable Dice dice(JsonFields json) {
        long value = json.number("value");
        return Dice.isPossible(value) ? new Dice((int) value) : null;
    }

}

package dev.ariadne.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * A poke, as an animated message. To poke somebody without a message is a nudge.
 *
 * @param name the name of its kind, such as {@code ChuoYiChuo}; one that 2.10.0 does not know is sent as that
 * @since 0.1.0
 */
public record Poke(String name) implements MessageElement {

    /**
     * Creates a poke of a known kind.
     */
    public Poke(Kind kind) {
        this(kind.text());
    }

    /**
     * Returns its kind, empty if it is not known here.
     */
    public Optional<Kind> kind() {
        return Arrays.stream(Kind.values()).filter((kind) -> kind.text().equals(this.name)).findFirst();
    }

    @Override
    public String display() {
        return "[poke " + this.name + "]";
    }

    /**
     * The kinds that mirai knows (observed on mirai-core 2.16.0).
     */
    public enum Kind {

        /** A poke. */
        CHUO_YI_CHUO("ChuoYiChuo", "戳一戳", 1, -1),

        /** A heart, made of fingers. */
        BI_XIN("BiXin", "比心", 2, -1),

        /** A thumb. */
        DIAN_ZAN("DianZan", "点赞", 3, -1),

        /** A broken heart. */
        XIN_SUI("XinSui", "心碎", 4, -1),

        /** Six, six, six. */
        LIU_LIU_LIU("LiuLiuLiu", "666", 5, -1),

        /** A special move. */
        FANG_DA_ZHAO("FangDaZhao", "放大招", 6, -1),

        /** A ball. */
        BAO_BEI_QIU("BaoBeiQiu", "宝贝球", 126, 2011),

        /** A rose. */
        ROSE("Rose", "玫瑰花", 126, 2007),

        /** A spell. */
        ZHAO_HUAN_SHU("ZhaoHuanShu", "召唤术", 126, 2006),

        /** For who was naughty. */
        RANG_NI_PI("RangNiPi", "让你皮", 126, 2009),

        /** A sign of the hands. */
        JIE_YIN("JieYin", "结印", 126, 2005),

        /** A grenade. */
        SHOU_LEI("ShouLei", "手雷", 126, 2004),

        /** A beckoning finger. */
        GOU_YIN("GouYin", "勾引", 126, 2003),

        /** A grab. */
        ZHUA_YI_XIA("ZhuaYiXia", "抓一下", 126, 2001),

        /** A broken screen. */
        SUI_PING("SuiPing", "碎屏", 126, 2002),

        /** A knock. */
        QIAO_MEN("QiaoMen", "敲门", 126, 2000);

        private final String text;

        private final String label;

        private final int type;

        private final int id;

        Kind(String text, String label, int type, int id) {
            this.text = text;
            this.label = label;
            this.type = type;
            this.id = id;
        }

        /**
         * Returns mirai-api-http's name of it.
         */
        public String text() {
            return this.text;
        }

        String label() {
            return this.label;
        }

        int type() {
            return this.type;
        }

        int id() {
            return this.id;
        }

    }

}

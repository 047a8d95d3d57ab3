import ChannelConformance
import Channels
import Clocks
import Conversations

/// Updates in the forms of the Bot API ("Update", "Message", "CallbackQuery", "ChatMemberUpdated",
/// "MessageReactionUpdated"); names and ids are made up.
enum TelegramRecordings {
    static func all() throws -> [ChannelRecording] {
        try messages() + acts() + others()
    }

    private static func messages() throws -> [ChannelRecording] {
        let contents: [(String, InboundMessage.Content)] = [
            ("\"text\":\"Gr\\u00fc\\u00df Gott \\ud83d\\uded1\"", .text("Grüß Gott 🛑")),
            (
                "\"text\":\"/stop\",\"entities\":[{\"offset\":0,\"length\":5,"
                    + "\"type\":\"bot_command\"}]",
                .text("stop")
            ),
            (
                "\"photo\":[{\"file_id\":\"A\",\"width\":90,\"height\":90}],"
                    + "\"caption\":\"stop it\"",
                .caption("stop it", kind: "image")
            ),
            (
                "\"animation\":{\"file_id\":\"A\"},\"document\":{\"file_id\":\"A\"}",
                .unreadable(kind: "video")
            ),
            ("\"video\":{\"file_id\":\"A\"}", .unreadable(kind: "video")),
            ("\"video_note\":{\"file_id\":\"A\"}", .unreadable(kind: "video")),
            ("\"voice\":{\"file_id\":\"A\",\"duration\":2}", .unreadable(kind: "audio")),
            ("\"audio\":{\"file_id\":\"A\"}", .unreadable(kind: "audio")),
            (
                "\"document\":{\"file_id\":\"A\"},\"caption\":\"hier\"",
                .caption("hier", kind: "document")
            ),
            ("\"sticker\":{\"file_id\":\"A\",\"emoji\":\"👍\"}", .unreadable(kind: "sticker")),
            (
                "\"location\":{\"latitude\":52.5,\"longitude\":13.4},\"venue\":{}",
                .unreadable(kind: "location")
            ),
            (
                "\"contact\":{\"phone_number\":\"+491700000001\",\"first_name\":\"Mia\"}",
                .unreadable(kind: "contacts")
            ),
            ("\"poll\":{\"id\":\"1\"}", .unreadable(kind: "poll")),
            ("\"dice\":{\"emoji\":\"🎲\",\"value\":6}", .unreadable(kind: "dice")),
            ("\"story\":{\"id\":1}", .unreadable(kind: "story")),
        ]
        return try contents.map { members, content in
            ChannelRecording(
                members,
                TelegramWorld.update("message", TelegramWorld.message(members)),
                [try TelegramWorld.event(content)]
            )
        }
    }

    private static func acts() throws -> [ChannelRecording] {
        let keyboard =
            "\"text\":\"Newsletter?\",\"reply_markup\":{\"inline_keyboard\":"
            + "[[{\"text\":\"Ja\",\"callback_data\":\"yes.7\"}],"
            + "[{\"text\":\"Nein\",\"callback_data\":\"no.7\"}]]}"
        let from = "\"from\":{\"id\":70112233,\"language_code\":\"de\"}"
        let tap =
            "{\"id\":\"4382\",\(from),\"message\":\(TelegramWorld.message(keyboard)),"
            + "\"chat_instance\":\"1\",\"data\":\"no.7\"}"
        let edit = "\"edit_date\":1793519990,\"text\":\"STOP\""
        return [
            ChannelRecording(
                "a tapped button",
                TelegramWorld.update("callback_query", tap),
                [
                    try TelegramWorld.event(
                        .button(id: "no.7", title: "Nein"),
                        id: "1001:tap-4382",
                        at: TelegramWorld.now
                    )
                ]
            ),
            ChannelRecording(
                "a STOP that was written into an earlier message",
                TelegramWorld.update("edited_message", TelegramWorld.message(edit)),
                [
                    try TelegramWorld.event(
                        .text("STOP"),
                        id: "1001:edit-42",
                        at: TelegramWorld.sentAt.adding(Period(months: 0, milliseconds: 50_000))
                    )
                ]
            ),
            ChannelRecording(
                "the bot is blocked",
                TelegramWorld.update("my_chat_member", membership("kicked")),
                [try signal(.blocked)]
            ),
            ChannelRecording(
                "the bot is unblocked",
                TelegramWorld.update("my_chat_member", membership("member")),
                [try signal(.unblocked)]
            ),
            ChannelRecording(
                "an emoji beside an older one",
                TelegramWorld.update("message_reaction", reaction(old: ["🙏"], new: ["🙏", "👎"])),
                [try TelegramWorld.event(.reaction("👎"), id: "1001:reaction-42")]
            ),
        ]
    }

    private static func others() throws -> [ChannelRecording] {
        let group = TelegramWorld.message("\"text\":\"STOP\"")
            .replacing("\"private\"", with: "\"supergroup\"")
        let pinned = TelegramWorld.message("\"pinned_message\":{\"message_id\":1}")
        let moved = TelegramWorld.message("\"location\":{\"latitude\":1,\"longitude\":2}")
        return [
            ChannelRecording(
                "a message in a group",
                TelegramWorld.update("message", group),
                [.unknown(kind: "group")]
            ),
            ChannelRecording(
                "something was pinned",
                TelegramWorld.update("message", pinned),
                [.unknown(kind: "message")]
            ),
            ChannelRecording(
                "a place that moves",
                TelegramWorld.update("edited_message", moved),
                [.unknown(kind: "edited-message")]
            ),
            ChannelRecording(
                "a membership of another kind",
                TelegramWorld.update("my_chat_member", membership("administrator")),
                [.unknown(kind: "my-chat-member")]
            ),
            ChannelRecording(
                "an emoji that was taken away",
                TelegramWorld.update("message_reaction", reaction(old: ["👍"], new: [])),
                [.unknown(kind: "reaction")]
            ),
            ChannelRecording(
                "a tap on a game",
                TelegramWorld.update("callback_query", "{\"id\":\"1\",\"game_short_name\":\"a\"}"),
                [.unknown(kind: "callback-query")]
            ),
            ChannelRecording(
                "a post in a channel",
                TelegramWorld.update("channel_post", "{}"),
                [.unknown(kind: "channel-post")]
            ),
        ]
    }

    private static func membership(_ status: String) -> String {
        "{\"chat\":{\"id\":70112233,\"type\":\"private\"},\"from\":{\"id\":70112233},"
            + "\"date\":1793519940,\"old_chat_member\":{\"status\":\"left\"},"
            + "\"new_chat_member\":{\"status\":\"\(status)\",\"until_date\":0}}"
    }

    private static func reaction(old: [String], new: [String]) -> String {
        func list(_ emoji: [String]) -> String {
            emoji.map { "{\"type\":\"emoji\",\"emoji\":\"\($0)\"}" }.joined(separator: ",")
        }
        return "{\"chat\":{\"id\":70112233,\"type\":\"private\"},\"message_id\":42,"
            + "\"user\":{\"id\":70112233,\"language_code\":\"de\"},\"date\":1793519940,"
            + "\"old_reaction\":[\(list(old))],\"new_reaction\":[\(list(new))]}"
    }

    private static func signal(_ kind: ProviderSignal.Kind) throws -> InboundEvent {
        .signal(
            ProviderSignal(
                address: try TelegramWorld.address(),
                kind: kind,
                id: "1001",
                at: TelegramWorld.sentAt
            )
        )
    }
}

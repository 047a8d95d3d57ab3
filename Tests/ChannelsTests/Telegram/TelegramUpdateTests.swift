import Channels
import Clocks
import Conversations
import Testing

/// What Telegram's updates tell of, at their edges.
struct TelegramUpdateTests {
    @Test(arguments: [
        ("/stop", "stop"), ("/STOP", "stop"), ("/stop@some_bot", "stop"), ("/stop it", "stop"),
        ("/start", "start"), ("/start ref_77-a", "start"), ("/help\\nnow", "help"),
        ("/stopp", "/stopp"), ("/ stop", "/ stop"), ("stop/", "stop/"), ("//stop", "//stop"),
        ("/receipt", "/receipt"), ("/", "/"), ("", ""), ("Stop", "Stop"), ("/@stop", "/@stop"),
    ])
    func `a command of Telegram's is heard as its word`(text: String, wanted: String) throws {
        let events = try TelegramWorld.events(ofMessage: "\"text\":\"\(text)\"")
        #expect(events == [try TelegramWorld.event(.text(wanted))])
    }

    @Test func `a command beneath a picture is heard as well`() throws {
        let events = try TelegramWorld.events(ofMessage: "\"photo\":[],\"caption\":\"/stop\"")
        #expect(events == [try TelegramWorld.event(.caption("stop", kind: "image"))])
    }

    @Test(arguments: [
        ("\"de\"", "de"), ("\"pt-br\"", "pt-br"), ("\"d\"", nil), ("\"de_DE\"", nil), ("7", nil),
        ("\"de de\"", nil), ("\"äh\"", nil),
        ("\"" + String(repeating: "a", count: 36) + "\"", nil),
    ])
    func `a language is believed that has the form of one`(
        code: String,
        wanted: String?
    ) throws {
        let message = TelegramWorld.message("\"text\":\"x\"")
            .replacing("\"language_code\":\"de\"", with: "\"language_code\":\(code)")
        let events = try TelegramWorld.events(TelegramWorld.update("message", message))
        #expect(events == [try TelegramWorld.event(.text("x"), locale: wanted)])
    }

    @Test(arguments: [
        "1793520001", "0", "-1", "9223372036854775807", "99999999999999999999", "\"x\"", "null",
        "1.5",
    ])
    func `a time that cannot be is now`(date: String) throws {
        let message = TelegramWorld.message("\"text\":\"x\"")
            .replacing("\"date\":1793519940", with: "\"date\":\(date)")
        let events = try TelegramWorld.events(TelegramWorld.update("message", message))
        #expect(events == [try TelegramWorld.event(.text("x"), at: TelegramWorld.now)])
    }

    @Test func `only a chat of two speaks for a contact`() throws {
        for type in ["group", "supergroup", "channel", "sender"] {
            let message = TelegramWorld.message("\"text\":\"STOP\"")
                .replacing("\"private\"", with: "\"\(type)\"")
            for kind in ["message", "edited_message", "message_reaction", "my_chat_member"] {
                let events = try TelegramWorld.events(TelegramWorld.update(kind, message))
                #expect(events == [.unknown(kind: "group")])
            }
            let tap = "{\"id\":\"1\",\"data\":\"yes.7\",\"message\":\(message)}"
            let events = try TelegramWorld.events(TelegramWorld.update("callback_query", tap))
            #expect(events == [.unknown(kind: "group")])
        }
    }

    @Test func `what is missing is named`() throws {
        let chat = "\"chat\":{\"id\":7,\"type\":\"private\"}"
        let cases: [(String, String, String, String)] = [
            ("message", "{}", "message.chat.type", "missing"),
            ("message", "7", "message.chat.type", "missing"),
            ("message", "{\"chat\":{\"type\":\"private\"}}", "message.chat.id", "missing"),
            (
                "message", "{\"chat\":{\"type\":\"private\",\"id\":-7},\"message_id\":1}",
                "message.chat.id", "not an id"
            ),
            (
                "message", "{\"chat\":{\"type\":\"private\",\"id\":1e9},\"message_id\":1}",
                "message.chat.id", "not an id"
            ),
            ("message", "{\(chat)}", "message.message_id", "missing"),
            ("message", "{\(chat),\"message_id\":{}}", "message.message_id", "not an id"),
            ("edited_message", "{\(chat)}", "edited_message.message_id", "missing"),
            ("message_reaction", "{\(chat)}", "message_reaction.message_id", "missing"),
            ("my_chat_member", "{}", "my_chat_member.chat.type", "missing"),
            (
                "callback_query", "{\"data\":\"a\",\"message\":{\(chat)}}", "callback_query.id",
                "missing"
            ),
            (
                "callback_query", "{\"id\":\"ä\",\"data\":\"a\",\"message\":{\(chat)}}",
                "callback_query.id", "not an id"
            ),
        ]
        for (kind, value, place, why) in cases {
            let events = try TelegramWorld.events(TelegramWorld.update(kind, value))
            #expect(events == [.broken(place: place, why: why)])
        }
    }

    @Test func `a tap without words on its button has the data for a title`() throws {
        let tap =
            "{\"id\":\"1\",\"data\":\"yes.7\",\"message\":"
            + TelegramWorld.message("\"text\":\"a\",\"reply_markup\":7") + "}"
        let events = try TelegramWorld.events(TelegramWorld.update("callback_query", tap))
        let wanted = try TelegramWorld.event(
            .button(id: "yes.7", title: "yes.7"),
            id: "1001:tap-1",
            at: TelegramWorld.now,
            locale: nil
        )
        #expect(events == [wanted])
    }

    @Test func `a repeated update has the same ids, and one of the same number has others`() throws
    {
        let first = TelegramWorld.update("message", TelegramWorld.message("\"text\":\"a\""))
        let once = try TelegramWorld.events(first)
        let again = try TelegramWorld.events(first)
        #expect(once == again)
        #expect(once == [try TelegramWorld.event(.text("a"))])
        // Numbers of updates begin anew after a quiet week.
        let later = TelegramWorld.message("\"text\":\"STOP\"", id: 43)
        let events = try TelegramWorld.events(TelegramWorld.update("message", later))
        #expect(events == [try TelegramWorld.event(.text("STOP"), id: "1001:43")])
    }

    @Test(arguments: [
        ("\"poll_answer\":{}", "poll-answer"), ("\"Ä\":{}", "update"), ("\"a b\":1", "update"),
        ("\"\":1", "update"), ("\"managed_bot\":{},\"poll\":{}", "managed-bot"),
    ])
    func `another update is known by a plain name`(member: String, kind: String) throws {
        let events = try TelegramWorld.events(
            TelegramWorld.request("{\"update_id\":1,\(member)}")
        )
        #expect(events == [.unknown(kind: kind)])
    }

    @Test func `what is no update is no webhook`() throws {
        let bodies: [(String, WebhookFault)] = [
            ("", .notJSON), ("{", .notJSON), ("a=b", .notJSON), ("{} {}", .notJSON),
            (String(repeating: "[", count: 40) + String(repeating: "]", count: 40), .notJSON),
            ("{}", .foreignShape), ("[]", .foreignShape), ("{\"update_id\":1e999}", .foreignShape),
            ("{\"update_id\":null}", .foreignShape),
        ]
        for (body, fault) in bodies {
            #expect(throws: fault) { try TelegramWorld.events(TelegramWorld.request(body)) }
        }
        let bare = try TelegramWorld.events(TelegramWorld.request("{\"update_id\":1}"))
        #expect(bare == [.unknown(kind: "update")])
    }
}

import Channels
import Clocks
import Conversations
import Testing

/// The requests that a bot sends, and what it cannot send.
struct TelegramSendingTests {
    @Test(arguments: ["-100123", "0", "+7", "07", "mia", "@mia", "9223372036854775808"])
    func `nothing goes to what is no chat of two`(address: String) throws {
        let dispatch = try TelegramWorld.dispatch(to: address, "Hallo")
        #expect(try Self.fault(dispatch) == .foreignAddress)
    }

    @Test func `a text has so many units`() throws {
        let most = String(repeating: "x", count: TelegramLimits.text)
        let tooLong = EncodingFault.tooLong(part: "text", limit: TelegramLimits.text)
        #expect(try Self.fault(TelegramWorld.dispatch(most)) == nil)
        #expect(try Self.fault(TelegramWorld.dispatch(most + "x")) == tooLong)
        let emoji = String(repeating: "🛑", count: TelegramLimits.text / 2)
        #expect(try Self.fault(TelegramWorld.dispatch(emoji)) == nil)
        #expect(try Self.fault(TelegramWorld.dispatch(emoji + "x")) == tooLong)
        for empty in ["", " \n\t"] {
            let fault = try Self.fault(TelegramWorld.dispatch(empty))
            #expect(fault == .unsupported(part: "empty-text"))
        }
    }

    @Test func `a button sends so many bytes back, and there are so many of them`() throws {
        let most = String(repeating: "é", count: TelegramLimits.callbackData / 2)
        #expect(try Self.fault(Self.dispatch(ids: [most])) == nil)
        #expect(
            try Self.fault(Self.dispatch(ids: [most + "x"]))
                == .tooLong(part: "callback_data", limit: TelegramLimits.callbackData)
        )
        let ids = (0..<TelegramLimits.buttons).map { "choice\($0).1" }
        #expect(try Self.fault(Self.dispatch(ids: ids)) == nil)
        #expect(
            try Self.fault(Self.dispatch(ids: ids + ["one.1"]))
                == .tooMany(part: "inline_keyboard", limit: TelegramLimits.buttons)
        )
    }

    @Test func `a tap is answered, and nothing else`() throws {
        let channel = try TelegramChannel(TelegramWorld.settings(api: "http://127.0.0.1:9000"))
        let tap =
            "{\"id\":\"4382\",\"data\":\"yes.7\",\"message\":"
            + TelegramWorld.message("\"text\":\"a\"") + "}"
        let tapped = try Self.message(TelegramWorld.update("callback_query", tap))
        let request = try #require(channel.answer(toTap: tapped))
        #expect(
            request.url
                == "http://127.0.0.1:9000/bot\(TelegramWorld.botToken)/answerCallbackQuery"
        )
        #expect(String(decoding: request.body, as: UTF8.self) == "{\"callback_query_id\":\"4382\"}")
        #expect("\(request)" == "ProviderRequest(not shown)")
        let written = TelegramWorld.update("message", TelegramWorld.message("\"text\":\"tap-1\""))
        #expect(channel.answer(toTap: try Self.message(written)) == nil)
    }

    @Test func `a time to wait is never longer than a day`() throws {
        let channel = try TelegramWorld.channel()
        let cases: [(String, Int64?)] = [
            ("0", 0), ("86400", 86_400), ("86401", 86_400), ("9223372036854775807", 86_400),
            ("-1", nil), ("1e9", nil), ("null", nil),
        ]
        for (seconds, wanted) in cases {
            let body = "{\"ok\":false,\"parameters\":{\"retry_after\":\(seconds)}}"
            let answer = ProviderAnswer(status: 429, body: [UInt8](body.utf8))
            guard case .refused(let fault) = channel.classify(answer) else {
                Issue.record("\(seconds) is no refusal")
                continue
            }
            #expect(fault.retryAfter?.milliseconds == wanted.map { $0 * 1000 })
        }
    }

    private static func dispatch(ids: [String]) throws -> Dispatch {
        try TelegramWorld.dispatch(
            "Newsletter?",
            buttons: ids.map { OutboundMessage.Button(id: $0, title: "x") }
        )
    }

    private static func message(_ request: WebhookRequest) throws -> InboundMessage {
        let event = try #require(try TelegramWorld.events(request).first)
        guard case .message(let message, _) = event else {
            throw WebhookFault.foreignShape
        }
        return message
    }

    private static func fault(_ dispatch: Dispatch) throws -> EncodingFault? {
        let channel = try TelegramWorld.channel()
        do throws(EncodingFault) {
            _ = try channel.encode(dispatch)
            return nil
        } catch {
            return error
        }
    }
}

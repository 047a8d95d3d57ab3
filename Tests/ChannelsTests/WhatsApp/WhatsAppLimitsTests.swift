import Channels
import Conversations
import Testing

/// What Meta would refuse is refused here, by name, and nothing else is.
struct WhatsAppLimitsTests {
    private typealias Samples = WhatsAppSamples

    private func fault(
        _ message: OutboundMessage,
        isWindowOpen: Bool = true
    ) throws -> EncodingFault? {
        let channel = try Samples.channel()
        let dispatch = WhatsAppRecordings.dispatch(message, isWindowOpen: isWindowOpen)
        do throws(EncodingFault) {
            _ = try channel.encode(dispatch)
            return nil
        } catch {
            return error
        }
    }

    private func buttons(
        _ count: Int,
        id: String = "x",
        title: String = "x"
    ) -> [OutboundMessage.Button] {
        Array(repeating: OutboundMessage.Button(id: id, title: title), count: count)
    }

    private func text(_ count: Int) -> String { String(repeating: "ü", count: count) }

    @Test func `words`() throws {
        #expect(try fault(Samples.outbound(text(4096))) == nil)
        #expect(
            try fault(Samples.outbound(text(4097))) == .tooLong(part: "text.body", limit: 4096)
        )
    }

    @Test func `what is beyond the first plane counts twice`() throws {
        #expect(try fault(Samples.outbound(String(repeating: "🛑", count: 2048))) == nil)
        #expect(
            try fault(Samples.outbound(String(repeating: "🛑", count: 2049)))
                == .tooLong(part: "text.body", limit: 4096)
        )
    }

    @Test func `words above buttons and lists`() throws {
        let fault3 = EncodingFault.tooLong(part: "interactive.body", limit: 1024)
        #expect(try fault(Samples.outbound(text(1024), buttons: buttons(3))) == nil)
        #expect(try fault(Samples.outbound(text(1025), buttons: buttons(3))) == fault3)
        let fault4 = EncodingFault.tooLong(part: "interactive.body", limit: 4096)
        #expect(try fault(Samples.outbound(text(4096), buttons: buttons(4))) == nil)
        #expect(try fault(Samples.outbound(text(4097), buttons: buttons(4))) == fault4)
    }

    @Test(arguments: [
        (1, 256, 20, "reply"), (3, 256, 20, "reply"), (4, 200, 24, "row"), (10, 200, 24, "row"),
    ])
    func `choices`(count: Int, id: Int, title: Int, part: String) throws {
        let most = buttons(count, id: text(id), title: text(title))
        #expect(try fault(Samples.outbound("x", buttons: most)) == nil)
        let longID = buttons(count, id: text(id + 1))
        #expect(
            try fault(Samples.outbound("x", buttons: longID))
                == .tooLong(part: "\(part).id", limit: id)
        )
        let longTitle = buttons(count, title: text(title + 1))
        #expect(
            try fault(Samples.outbound("x", buttons: longTitle))
                == .tooLong(part: "\(part).title", limit: title)
        )
    }

    @Test func `buttons of a template`() throws {
        let shut = { (buttons: [OutboundMessage.Button]) in
            try fault(
                Samples.outbound("x", buttons: buttons, template: WhatsAppRecordings.template),
                isWindowOpen: false
            )
        }
        #expect(try shut(buttons(10, id: text(256))) == nil)
        #expect(try shut(buttons(11)) == .tooMany(part: "template.buttons", limit: 10))
        #expect(
            try shut(buttons(1, id: text(257))) == .tooLong(part: "button.payload", limit: 256)
        )
    }
}

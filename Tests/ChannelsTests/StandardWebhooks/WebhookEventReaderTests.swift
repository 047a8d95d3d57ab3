import Channels
import Conversations
import Testing

/// Webhooks that are signed and not what the format has.
struct WebhookEventReaderTests {
    private func fault(of body: String) throws -> WebhookFault? {
        do {
            _ = try WebhookSender.events(in: body)
            return nil
        } catch let fault as WebhookFault {
            return fault
        }
    }

    @Test(
        arguments: [
            ("", .notJSON), ("{", .notJSON), ("type=message.received", .notJSON),
            ("{\"type\":\"a\"} x", .notJSON), ("{}", .foreignShape), ("[]", .foreignShape),
            ("null", .foreignShape), ("\"a\"", .foreignShape), ("{\"data\":{}}", .foreignShape),
            ("{\"events\":{}}", .foreignShape), ("{\"events\":null}", .foreignShape),
            ("{\"type\":\"a\",\"events\":7}", .foreignShape),
        ] as [(String, WebhookFault)]
    )
    func `what cannot be taken apart is refused whole`(body: String, wanted: WebhookFault) throws {
        #expect(try fault(of: body) == wanted)
    }

    @Test func `a batch has so many events and no more`() throws {
        func batch(_ count: Int) -> String {
            let events = Array(repeating: "{\"type\":\"a\"}", count: count)
            return "{\"events\":[\(events.joined(separator: ","))]}"
        }
        let most = try WebhookSender.events(in: batch(InboundEvent.limit))
        #expect(most == Array(repeating: .unknown(kind: "a"), count: InboundEvent.limit))
        #expect(try fault(of: batch(InboundEvent.limit + 1)) == .tooManyEvents)
    }

    @Test(arguments: [
        ("", "type"), ("a-b", "type"), ("a b", "type"), ("é", "type"),
        (String(repeating: "a", count: 129), "type"),
    ])
    func `a type is letters, digits, underscores and full stops`(
        type: String,
        place: String
    ) throws {
        let events = try WebhookSender.events(in: "{\"type\":\"\(type)\",\"data\":{}}")
        guard case .broken(place, let why) = events.first else {
            Issue.record("\(type): \(events)")
            return
        }
        #expect(!why.isEmpty)
    }

    @Test(arguments: [
        ("\"type\":7", "type"), ("\"type\":null", "type"),
        ("\"type\":\"message.received\"", "data"),
        ("\"type\":\"message.received\",\"data\":[]", "data"),
        ("\"type\":\"message.received\",\"data\":{\"text\":\"a\"}", "data.from"),
        ("\"type\":\"message.received\",\"data\":{\"from\":7,\"text\":\"a\"}", "data.from"),
        ("\"type\":\"message.received\",\"data\":{\"from\":\"a\\n\",\"text\":\"a\"}", "data.from"),
        ("\"type\":\"message.received\",\"data\":{\"from\":\"a\"}", "data"),
        ("\"type\":\"message.received\",\"data\":{\"from\":\"a\",\"text\":null}", "data"),
        ("\"type\":\"message.received\",\"data\":{\"from\":\"a\",\"text\":7}", "data.text"),
        (
            "\"type\":\"message.received\",\"data\":{\"id\":7,\"from\":\"a\",\"text\":\"a\"}",
            "data.id"
        ),
        (
            "\"type\":\"message.received\",\"data\":{\"id\":\"\",\"from\":\"a\",\"text\":\"a\"}",
            "data.id"
        ),
        (
            "\"type\":\"message.received\",\"data\":{\"from\":\"a\",\"button\":{\"title\":\"a\"}}",
            "data.button.id"
        ),
        (
            "\"type\":\"message.received\",\"data\":{\"from\":\"a\",\"button\":\"a\"}",
            "data.button.id"
        ),
        (
            "\"type\":\"message.received\",\"data\":{\"from\":\"a\",\"reaction\":\"\"}",
            "data.reaction"
        ),
        ("\"type\":\"message.status\",\"data\":{\"status\":\"sent\"}", "data.id"),
        ("\"type\":\"message.status\",\"data\":{\"id\":\"a\"}", "data.status"),
        ("\"type\":\"contact.signal\",\"data\":{\"from\":\"a\"}", "data.signal"),
        ("\"type\":\"contact.signal\",\"data\":{\"signal\":\"blocked\"}", "data.from"),
        (
            "\"type\":\"contact.signal\",\"data\":{\"from\":\"a\",\"signal\":\"changed-address\"}",
            "data.to"
        ),
    ])
    func `a broken event is named by its place`(members: String, place: String) throws {
        let events = try WebhookSender.events(in: "{\(members)}")
        guard events.count == 1, case .broken(place, let why) = events[0] else {
            Issue.record("\(members): \(events)")
            return
        }
        #expect(!why.isEmpty)
    }

    @Test func `texts of strangers have limits`() throws {
        func event(_ data: String) throws -> InboundEvent? {
            try WebhookSender.events(
                in: "{\"type\":\"message.received\",\"data\":{\"from\":\"c-1\",\(data)}}"
            ).first
        }
        func broken(_ data: String) throws -> Bool {
            guard case .broken = try event(data) else { return false }
            return true
        }
        let long = String(repeating: "x", count: 257)
        #expect(try broken("\"text\":\"a\",\"id\":\"\(long)\""))
        #expect(try !broken("\"text\":\"a\",\"id\":\"\(long.dropLast())\""))
        #expect(try broken("\"reaction\":\"\(String(repeating: "x", count: 65))\""))
        #expect(try !broken("\"reaction\":\"\(String(repeating: "x", count: 64))\""))

        let aliases = (1...40).map { "\"a-\($0)\"" }.joined(separator: ",")
        guard case .message(_, let kept) = try event("\"text\":\"a\",\"aliases\":[\(aliases)]")
        else {
            Issue.record("a message with many aliases is none")
            return
        }
        #expect(kept.map(\.text) == (1...16).map { "a-\($0)" })
    }

    @Test(arguments: ["", "yesterday", "2026-13-01T00:00:00Z", "1969-12-31T23:59:59Z"])
    func `a time that is none is the time it came in`(time: String) throws {
        let events = try WebhookSender.events(
            in: "{\"type\":\"message.received\",\"timestamp\":\"\(time)\","
                + "\"data\":{\"from\":\"c-1\",\"text\":\"a\"}}"
        )
        guard case .message(let message, _) = events.first else {
            Issue.record("\(time): \(events)")
            return
        }
        #expect(message.receivedAt == WebhookSender.now)
    }
}

import Clocks
import Conversations
import ConversationRuntime
import FlowProgram
import JSONCoding
import Storage

// What operators look at: deliveries, flows, channels.
extension APIRoutes {
    func listDeadLetters(_ request: APIRequest) throws -> APIAnswer {
        let last = request.parameters["cursor"].flatMap { Int64($0, radix: 16) } ?? 0
        let page = try engine.deadLetters(after: last, limit: request.limit)
        let next = page.count == request.limit ? page.last.map { Self.cursor(after: $0.id) } : nil
        return APIAnswer([
            "deadLetters": .list(page.map(Self.json)), "next": JSONValue(next),
        ])
    }

    func requeue(_ request: APIRequest) async throws -> APIAnswer {
        guard let id = Self.letter(request), let letter = try await engine.requeue(id) else {
            throw Problem(.deadLetterUnknown)
        }
        return APIAnswer(Self.json(letter))
    }

    func discard(_ request: APIRequest) async throws -> APIAnswer {
        guard let id = Self.letter(request), let letter = try await engine.discard(id) else {
            throw Problem(.deadLetterUnknown)
        }
        return APIAnswer(Self.json(letter))
    }

    func listFlows() async throws -> APIAnswer {
        let counts = try await engine.countSessions()
        let flows = engine.registry.current.program.flows.map { flow -> JSONValue in
            [
                "name": .text(flow.name), "revision": .integer(flow.revision),
                "digest": .text(flow.digest.text),
                "sessions": .integer(counts.byFlow[flow.name] ?? 0),
            ]
        }
        return APIAnswer([
            "flows": .list(flows),
            "counted": [
                "contacts": .integer(counts.contacts), "isComplete": .boolean(counts.isComplete),
                "stuck": .integer(counts.stuck),
            ],
        ])
    }

    func listChannels() -> APIAnswer {
        let paused = paused()
        let channels = engine.registry.current.program.channels.map { channel -> JSONValue in
            [
                "name": .text(channel.name), "provider": .text(channel.provider),
                "pausedUntil": JSONValue(paused[channel.name]?.text),
            ]
        }
        return APIAnswer(["channels": .list(channels)])
    }

    private static func letter(_ request: APIRequest) -> Int64? {
        request.parameters["id"].flatMap { Int64($0) }
    }

    /// 16 hexadecimal digits, the first of them 0.
    private static func cursor(after id: Int64) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }

    private static func json(_ letter: DeadLetter) -> JSONValue {
        [
            "id": .integer(letter.id), "contact": .text(letter.contact.text),
            "purpose": JSONValue(letter.purpose), "attempts": .integer(letter.attempts),
            "code": .text(letter.code), "queuedAt": .text(letter.queuedAt.text),
        ]
    }
}

import Clocks
import Consent
import Conversations
import ConversationRuntime
import FlowProgram
import JSONCoding
import Storage

// What programs set off: conversations and messages, each through the gate.
extension APIRoutes {
    func startConversation(_ request: APIRequest) async throws -> APIAnswer {
        guard let address = request.address else { throw Problem(.invalidRequest) }
        let flow = request.body["flow"]?.text ?? ""
        let evidence = request.body["evidence"]
        let form = evidence.flatMap { Self.form($0) }
        // A day that no calendar has is no time either.
        guard evidence == nil || form != nil else {
            throw try refusal(of: request, Problem(.formOutOfTime))
        }
        let outcome = try await engine.start(
            flow,
            at: address,
            locale: request.body["locale"]?.text,
            asked: form,
            for: turn(request)
        )
        switch outcome {
        case .done(let report):
            try Self.requireRun(report)
            return Self.begun(report.contact, flow, isRepeated: false)
        case .repeated(let contact): return Self.begun(contact, flow, isRepeated: true)
        case .obstacle(let obstacle):
            let purpose = form?.purpose.name
            throw try refusal(of: request, Problem(obstacle, address.channel, purpose))
        case .unknownFlow: throw try refusal(of: request, Problem(.flowUnknown))
        case .unknownChannel: throw try refusal(of: request, Problem(.channelUnknown))
        case .unknownContact: throw try refusal(of: request, Problem(.contactUnknown))
        }
    }

    func sendMessage(_ request: APIRequest) async throws -> APIAnswer {
        let purpose = request.body["purpose"]?.text ?? ""
        guard engine.registry.current.program.laws.contains(where: { $0.id.name == purpose })
        else { throw try refusal(of: request, Problem(.purposeUnknown)) }
        let contact = try recipient(of: request)
        let outcome = try await engine.say(
            request.body["text"]?.text ?? "",
            for: PurposeID(purpose),
            to: contact,
            for: turn(request)
        )
        switch outcome {
        case .done(let report): return try Self.said(report, to: contact, for: purpose)
        case .repeated: return Self.sent(contact, nil, nil, isRepeated: true)
        case .obstacle(let obstacle):
            throw try refusal(of: request, Problem(obstacle, nil, purpose))
        case .unknownFlow, .unknownChannel, .unknownContact:
            throw try refusal(of: request, Problem(.contactUnknown))
        }
    }

    // MARK: Requests

    private func turn(_ request: APIRequest) throws -> TurnRequest {
        TurnRequest(
            try call(request),
            repetition: request.parameters[RequestReading.repetition]
        )
    }

    /// A refusal came to no turn, so the leaf of the call is written here.
    private func refusal(of request: APIRequest, _ problem: Problem) throws -> Problem {
        try engine.record(call(request))
        return problem
    }

    private static func form(_ evidence: JSONValue) -> FormConsent? {
        evidence["at"]?.text.flatMap { Timestamp($0) }.map { at in
            FormConsent(
                purpose: PurposeID(evidence["purpose"]?.text ?? ""),
                source: evidence["source"]?.text ?? "",
                at: at,
                wording: evidence["wording"]?.text ?? "",
                ip: evidence["ip"]?.text
            )
        }
    }

    private func recipient(of request: APIRequest) throws -> ContactID {
        var contact = request.namedContact
        if let address = request.address { contact = try engine.pseudonym(of: address) }
        guard let contact else { throw try refusal(of: request, Problem(.contactUnknown)) }
        switch try engine.place(of: contact) {
        case .current: return contact
        case .nobody: throw try refusal(of: request, Problem(.contactUnknown))
        case .merged(let survivor):
            let problem = Problem(.contactMerged, .init("contact", .text(survivor.text)))
            throw try refusal(of: request, problem)
        }
    }

    // MARK: Answers

    private static func begun(
        _ contact: ContactID?,
        _ flow: String,
        isRepeated: Bool
    ) -> APIAnswer {
        APIAnswer(
            status: 201,
            [
                "contact": JSONValue(contact?.text), "flow": .text(flow),
                "isRepeated": .boolean(isRepeated),
            ]
        )
    }

    private static func said(
        _ report: TurnReport,
        to contact: ContactID,
        for purpose: String
    ) throws -> APIAnswer {
        try requireRun(report)
        for note in report.notes {
            if case .said(let message) = note {
                return sent(contact, message.address.channel, nil)
            }
            if case .deferred(let message, let until, _) = note {
                return sent(contact, message.address.channel, until)
            }
            if case .withheld(_, let reason, _) = note {
                throw Problem(.withheld(reason), nil, purpose)
            }
        }
        throw Problem(.flowFailed)
    }

    private static func sent(
        _ contact: ContactID,
        _ channel: String?,
        _ until: Timestamp?,
        isRepeated: Bool = false
    ) -> APIAnswer {
        APIAnswer(
            status: 202,
            [
                "contact": .text(contact.text), "channel": JSONValue(channel),
                "notBefore": JSONValue(until?.text), "isRepeated": .boolean(isRepeated),
            ]
        )
    }

    private static func requireRun(_ report: TurnReport) throws {
        let hasFailed = report.notes.contains { note in
            if case .refused = note { true } else { false }
        }
        if hasFailed { throw Problem(.flowFailed) }
    }
}

package import Channels
package import Clocks
import Conversations
import Testing

/// What every channel promises, checked with the provider's own payloads.
///
/// A channel's tests make one of these from recordings and run each check; a promise written once
/// binds them all.
package struct ChannelConformance: Sendable {
    package let channel: any Channel
    /// The time at which the recordings were sent.
    package let now: Timestamp
    /// The fields that carry the signature, or the secret that stands for one.
    package let signatureFields: [String]
    /// Whether a signature covers the body; a bare secret does not.
    package let signsBody: Bool
    /// Signs as the provider does.
    package let sign: @Sendable (WebhookRequest) -> WebhookRequest
    package let recordings: [ChannelRecording]
    package let answers: [AnswerRecording]
    package let sendings: [SendingRecording]

    package init(
        channel: any Channel,
        now: Timestamp,
        signatureFields: [String],
        signsBody: Bool,
        sign: @escaping @Sendable (WebhookRequest) -> WebhookRequest,
        recordings: [ChannelRecording],
        answers: [AnswerRecording],
        sendings: [SendingRecording]
    ) {
        self.channel = channel
        self.now = now
        self.signatureFields = signatureFields
        self.signsBody = signsBody
        self.sign = sign
        self.recordings = recordings
        self.answers = answers
        self.sendings = sendings
    }

    /// Records an issue for each promise that is not kept.
    package func check() throws {
        try #require(!recordings.isEmpty && !answers.isEmpty && !sendings.isEmpty)
        for recording in recordings {
            checkRecording(recording)
            checkSignature(recording)
        }
        for recording in answers { checkAnswer(recording) }
        for recording in sendings { checkSending(recording) }
        checkNonsenseAnswers()
        checkHostileBodies()
    }

    private func checkRecording(_ recording: ChannelRecording) {
        let request = sign(recording.request)
        do {
            let events = try channel.decode(channel.verify(request, at: now), at: now)
            #expect(events == recording.events, "\(recording)")
        } catch {
            Issue.record("\(recording): \(error)")
        }
        var ids: Set<String> = []
        for case .message(let message, let aliases) in recording.events {
            #expect(ids.insert(message.providerID).inserted, "\(recording): an id came twice")
            #expect(message.address.channel == channel.name, "\(recording)")
            #expect(aliases.allSatisfy { $0.channel == channel.name }, "\(recording)")
        }
    }

    /// Whether a request is taken for the provider's.
    private func isBelieved(_ request: WebhookRequest) -> Bool {
        (try? channel.verify(request, at: now)) != nil
    }

    private func checkSignature(_ recording: ChannelRecording) {
        let signed = sign(recording.request)
        for field in signatureFields {
            let right = signed.headers[field] ?? ""
            #expect(!right.isEmpty, "\(recording): `\(field)` is not there to be checked")
            let wrong = [
                "", " ", "é", "\u{FF11}", String(right.dropLast()), right + "0",
                right.uppercased() + "x",
                String(right.reversed()) + "!", String(repeating: "A", count: 100_000),
            ]
            for value in wrong where value != right {
                #expect(
                    !isBelieved(replacing(field, with: [value], in: signed)),
                    "\(recording): believed with a wrong `\(field)`"
                )
            }
            #expect(
                !isBelieved(replacing(field, with: [], in: signed)),
                "\(recording): no `\(field)`"
            )
            #expect(
                !isBelieved(replacing(field, with: [right, right], in: signed)),
                "\(recording): `\(field)` came twice"
            )
        }
        guard signsBody else { return }
        for place in Self.places(in: signed.body.count) {
            var body = signed.body
            // Not bit 5, which is the case of a letter: of `%2b` no reader would tell.
            body[place] ^= 1 << UInt8(place % 5)
            let changed = WebhookRequest(
                method: signed.method,
                target: signed.target,
                headers: signed.headers,
                body: body
            )
            #expect(!isBelieved(changed), "\(recording): believed with byte \(place) changed")
        }
    }

    private func replacing(
        _ field: String,
        with values: [String],
        in request: WebhookRequest
    ) -> WebhookRequest {
        var fields = request.headers.pairs.map { ($0.name, $0.value) }
        fields.removeAll { $0.0 == field.lowercased() }
        fields += values.map { (field, $0) }
        return WebhookRequest(
            method: request.method,
            target: request.target,
            headers: HTTPFieldList(fields),
            body: request.body
        )
    }

    private func checkAnswer(_ recording: AnswerRecording) {
        #expect(channel.classify(recording.answer) == recording.outcome, "\(recording)")
    }

    private func checkSending(_ recording: SendingRecording) {
        let made = Result { () throws(EncodingFault) in try channel.encode(recording.dispatch) }
        switch (made, recording.request) {
        case (.success(let request), .success(let wanted)):
            #expect(request.method == wanted.method, "\(recording)")
            #expect(request.url == wanted.url, "\(recording)")
            #expect(request.headers == wanted.headers, "\(recording)")
            let body = String(decoding: request.body, as: UTF8.self)
            #expect(body == String(decoding: wanted.body, as: UTF8.self), "\(recording)")
            #expect("\(request)" == "ProviderRequest(not shown)")
        case (.failure(let fault), .failure(let wanted)):
            #expect(fault == wanted, "\(recording)")
        case (.success, .failure), (.failure, .success):
            Issue.record("\(recording): \(made)")
        }
    }

    /// An answer that makes no sense is never taken for a yes, and a server's trouble is not ours.
    private func checkNonsenseAnswers() {
        let bodies = ["", "{}", "null", "[]", "<html>", "{\"messages\":[]}", "\u{0}", "{\"ok\":1}"]
        for status in [200, 201, 202] {
            for body in bodies {
                let answer = ProviderAnswer(status: status, body: [UInt8](body.utf8))
                if case .refused = channel.classify(answer) {
                    Issue.record("\(status) with \(body.debugDescription) is no refusal")
                }
                if case .accepted(let ids) = channel.classify(answer), ids.contains("") {
                    Issue.record("\(status) with \(body.debugDescription) gave an empty id")
                }
            }
        }
        for status in [500, 502, 503, 504] {
            switch channel.classify(ProviderAnswer(status: status, body: [])) {
            case .accepted: Issue.record("\(status) is no acceptance")
            case .refused(let fault):
                #expect([.retry, .slowSender].contains(fault.remedy), "\(status)")
            case .unknown: break
            }
        }
    }

    /// Signed bytes that are no webhook: nothing traps, and what can be told of is bounded.
    private func checkHostileBodies() {
        let texts = [
            "", "{", "null", "[]", "\"\"", "{}", "%", "=&=&", "a=b&a=b",
            String(repeating: "[", count: 100_000), String(repeating: "{\"entry\":", count: 50_000),
            "{\"entry\":\"\",\"object\":[]}", "\u{FEFF}{}", "{\"update_id\":1e999}",
        ]
        var bodies = texts.map { [UInt8]($0.utf8) }
        bodies.append([0xFF, 0xFE, 0x00])
        for recording in recordings {
            let body = recording.request.body
            for place in Self.places(in: body.count) {
                bodies.append(Array(body[..<place]))
                var changed = body
                changed[place] = UInt8(truncatingIfNeeded: place &* 31)
                bodies.append(changed)
            }
        }
        let sample = recordings[0].request
        for body in bodies {
            let request = sign(
                WebhookRequest(
                    method: sample.method,
                    target: sample.target,
                    headers: sample.headers,
                    body: body
                )
            )
            guard let webhook = try? channel.verify(request, at: now) else { continue }
            let events = (try? channel.decode(webhook, at: now)) ?? []
            #expect(events.count <= InboundEvent.limit)
        }
    }

    /// Up to 64 places spread over a length.
    private static func places(in count: Int) -> [Int] {
        guard count > 0 else { return [] }
        let step = max(1, count / 64)
        return Array(stride(from: 0, to: count, by: step))
    }
}

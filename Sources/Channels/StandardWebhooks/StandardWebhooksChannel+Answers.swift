import Clocks
package import Conversations
import JSONCoding

extension StandardWebhooksChannel {
    /// Bytes in the longest id of a message.
    package static let longestMessageID = 256

    /// What an answer means (Standard Webhooks 1.0.0, "Delivery success and failure").
    ///
    /// A refusal may say itself what to do, by `remedy` and `code` in a JSON object: so a provider
    /// that this program does not know can tell of an opt-out.
    package func classify(_ answer: ProviderAnswer) -> DispatchOutcome {
        let code = "http-\(answer.status)"
        switch answer.status {
        case 200..<300: return .accepted(ids: Self.messageID(in: answer.body).map { [$0] } ?? [])
        case 300..<400, 500..<600:
            return .refused(Self.fault(answer, code, Self.remedy(forStatus: answer.status)))
        case 400..<500:
            let said = JSONReader.read(answer.body, .tolerant)
            return .refused(
                Self.fault(
                    answer,
                    said?["code"].flatMap(Self.code) ?? code,
                    said?["remedy"]?.text.flatMap(DispatchRemedy.init(rawValue:))
                        ?? Self.remedy(forStatus: answer.status)
                )
            )
        default: return .unknown(code: code)
        }
    }

    private static func remedy(forStatus status: Int) -> DispatchRemedy {
        switch status {
        case 400, 413, 422: .mendMessage
        // 410 asks for no more of this channel's messages.
        case 401, 403, 410: .pauseChannel
        case 429, 502, 504: .slowSender
        // A redirect is not followed: it would be signed for one place and read at another.
        default: .retry
        }
    }

    private static func fault(
        _ answer: ProviderAnswer,
        _ code: String,
        _ remedy: DispatchRemedy
    ) -> DispatchFault {
        DispatchFault(
            code: code,
            remedy: remedy,
            retryAfter: answer.retryAfterSeconds.map {
                Period(months: 0, milliseconds: $0 * 1000)
            }
        )
    }

    /// A code as it may stand in a log, of which something is left: a text, or a number.
    static func code(_ value: JSONValue) -> String? {
        let text: String? =
            switch value {
            case .text(let text), .number(let text): text
            case .null, .boolean, .list, .object: nil
            }
        guard let text else { return nil }
        let code = DispatchFault(code: text, remedy: .retry).code
        return code.isEmpty ? nil : code
    }

    private static func messageID(in body: [UInt8]) -> String? {
        guard let id = JSONReader.read(body, .tolerant)?["id"]?.text else { return nil }
        return isMessageID(id) ? id : nil
    }

    /// Whether a text can stand for a message: not empty, of limited length, without control
    /// characters.
    static func isMessageID(_ text: String) -> Bool {
        (1...longestMessageID).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}

import Clocks
package import Conversations
import JSONCoding

// What Twilio's answer to a message means.
extension TwilioChannel {
    package func classify(_ answer: ProviderAnswer) -> DispatchOutcome {
        let document = JSONReader.read(answer.body, .tolerant)
        switch answer.status {
        case 200..<300:
            guard let id = document?["sid"]?.text, TwilioID.isMessageID(id) else {
                return .unknown(code: "no-sid")
            }
            return .accepted(ids: [id])
        // The request took too long: whether it was read to its end, nobody knows.
        case 408: return .unknown(code: "http-408")
        case 400..<500: return .refused(Self.fault(answer, code: document?["code"]?.integer))
        case 503:
            return .refused(
                DispatchFault(code: "http-503", remedy: .retry, retryAfter: Self.pause(answer))
            )
        default: return .unknown(code: "http-\(answer.status)")
        }
    }

    private static func fault(_ answer: ProviderAnswer, code: Int64?) -> DispatchFault {
        let known = code.flatMap { TwilioErrorTable.remedies[Int($0)] }
        return DispatchFault(
            code: code.map { String($0) } ?? "http-\(answer.status)",
            remedy: known ?? remedy(forStatus: answer.status),
            retryAfter: pause(answer)
        )
    }

    /// What to do about an error that the table does not know.
    private static func remedy(forStatus status: Int) -> DispatchRemedy {
        switch status {
        case 401, 403, 404: .pauseChannel
        case 429: .slowSender
        default: .mendMessage
        }
    }

    private static func pause(_ answer: ProviderAnswer) -> Period? {
        answer.retryAfterSeconds.map { Period(months: 0, milliseconds: $0 * 1000) }
    }
}

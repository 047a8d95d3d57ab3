import Clocks
import Conversations
import JSONCoding

/// What Meta's answer to a message means.
enum WhatsAppAnswer {
    static func outcome(of answer: ProviderAnswer) -> DispatchOutcome {
        let json = JSONReader.read(answer.body, .tolerant)
        switch answer.status {
        case 200..<300:
            let ids = (json?["messages"]?.elements ?? []).compactMap { WhatsAppText.id($0["id"]) }
            return ids.isEmpty ? .unknown(code: "no-message-id") : .accepted(ids: ids)
        case 400..<600:
            return .refused(fault(json?["error"], answer))
        default:
            // Meta neither redirects nor answers by halves: something else did.
            return .unknown(code: "http-\(answer.status)")
        }
    }

    /// By the table, or, for a code that is not in it, by the HTTP status.
    private static func fault(_ error: JSONValue?, _ answer: ProviderAnswer) -> DispatchFault {
        let codes = ["code", "error_subcode"].compactMap { error?[$0]?.integer }
        let known = codes.lazy.compactMap { code in
            WhatsAppErrorTable.remedy(for: code).map { (code, $0) }
        }
        if let (code, remedy) = known.first {
            return fault(String(code), remedy, answer)
        }
        let code = codes.first.map { String($0) } ?? "http-\(answer.status)"
        return switch answer.status {
        case 500..<600: fault(code, .retry, answer)
        case 429: fault(code, .slowSender, answer)
        case 401, 403: fault(code, .pauseChannel, answer)
        default: fault(code, .mendMessage, answer)
        }
    }

    private static func fault(
        _ code: String,
        _ remedy: DispatchRemedy,
        _ answer: ProviderAnswer
    ) -> DispatchFault {
        let wait = answer.retryAfterSeconds.map { Period(months: 0, milliseconds: $0 * 1000) }
        return DispatchFault(code: code, remedy: remedy, retryAfter: wait)
    }
}

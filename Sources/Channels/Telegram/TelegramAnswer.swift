import Clocks
package import Conversations
import JSONCoding

// What Telegram's answer to a message means: Bot API, "Making requests".
extension TelegramChannel {
    package func classify(_ answer: ProviderAnswer) -> DispatchOutcome {
        let document = JSONReader.read(answer.body, .tolerant)
        switch answer.status {
        case 200..<300:
            guard document?["ok"]?.truth == true, let id = Self.messageID(document?["result"])
            else { return .unknown(code: "no-message-id") }
            return .accepted(ids: [id])
        case 400..<600:
            let row = TelegramErrorTable.row(
                status: answer.status,
                description: document?["description"]?.text ?? ""
            )
            return .refused(
                DispatchFault(
                    code: row.code,
                    remedy: row.remedy,
                    retryAfter: Self.pause(answer, document?["parameters"]?["retry_after"])
                )
            )
        default: return .unknown(code: "http-\(answer.status)")
        }
    }

    /// A message's id is the chat's own, so the chat stands before it.
    private static func messageID(_ result: JSONValue?) -> String? {
        guard let id = result?["message_id"]?.integer else { return nil }
        return (result?["chat"]?["id"]?.integer).map { "\($0):\(id)" } ?? String(id)
    }

    private static func pause(_ answer: ProviderAnswer, _ parameter: JSONValue?) -> Period? {
        let seconds = parameter?.integer.flatMap { $0 >= 0 ? min($0, 86_400) : nil }
        return (seconds ?? answer.retryAfterSeconds).map {
            Period(months: 0, milliseconds: $0 * 1000)
        }
    }
}

import Conversations
import JSONCoding

/// Reads what became of messages of ours.
///
/// Source: Webhooks, status messages reference.
struct WhatsAppStatusReader {
    private let value: WhatsAppValue

    init(_ value: WhatsAppValue) {
        self.value = value
    }

    func events(of status: JSONValue, at place: String) -> [InboundEvent] {
        guard let id = WhatsAppText.id(status["id"]) else {
            return [.broken(place: place + ".id", why: "it is no id")]
        }
        guard let name = status["status"]?.text else {
            return [.broken(place: place + ".status", why: "it is no text")]
        }
        let report: MessageStatus.Report
        switch name {
        case "sent": report = .reached(.sent)
        case "delivered": report = .reached(.delivered)
        // A voice message that was played was read, as far as one can be.
        case "read", "played": report = .reached(.read)
        case "failed": report = .failed(Self.fault(status["errors"]))
        default: return [.unknown(kind: "status.\(WhatsAppText.plainName(name))")]
        }
        return [
            .status(
                MessageStatus(
                    messageID: id,
                    report: report,
                    recipient: recipient(of: status),
                    at: value.time(status["timestamp"])
                )
            )
        ]
    }

    /// Whom a status names itself; the `contacts` beside it are not there for a failed message.
    ///
    /// A group is nobody.
    private func recipient(of status: JSONValue) -> ContactAddress? {
        WhatsAppUser(
            phone: status["recipient_id"],
            businessID: status["recipient_user_id"],
            parentID: status["recipient_parent_user_id"],
            on: value.channel
        ).addresses.first
    }

    /// The first error that the table knows, or else the first.
    private static func fault(_ errors: JSONValue?) -> DispatchFault {
        let codes = (errors?.elements ?? []).compactMap { $0["code"]?.integer }
        let known = codes.first { WhatsAppErrorTable.remedy(for: $0) != nil }
        guard let code = known ?? codes.first else {
            return DispatchFault(code: "failed", remedy: .giveUp)
        }
        return DispatchFault(
            code: String(code),
            remedy: WhatsAppErrorTable.remedy(for: code) ?? .mendMessage
        )
    }
}

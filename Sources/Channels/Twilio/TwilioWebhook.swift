import Clocks
import Conversations

/// One form of Twilio's, taken apart.
///
/// Names, cities and other parts of an address that come along are not read at all.
// LAW: Art. 5(1)(c) GDPR: what no conversation needs is not taken in.
struct TwilioWebhook {
    let channel: String
    let account: String
    let sender: TwilioSender
    let form: FormFields
    let now: Timestamp

    /// - Throws: `WebhookFault.foreignShape` for a form that names no account.
    func events() throws(WebhookFault) -> [InboundEvent] {
        guard let account = form["AccountSid"] else { throw .foreignShape }
        guard account == self.account else { return [.unknown(kind: "foreign-account")] }
        guard let id = form["MessageSid"] ?? form["SmsSid"] else {
            // Calls and the like have ids of another name.
            guard form["Body"] != nil else { return [.unknown(kind: "no-message")] }
            return [.broken(place: "MessageSid", why: "missing")]
        }
        guard TwilioID.isMessageID(id) else {
            return [.broken(place: "MessageSid", why: "not an id")]
        }
        switch form["MessageStatus"] ?? form["SmsStatus"] {
        case nil, "received", "receiving": return [message(id)]
        case "accepted", "queued", "scheduled", "sending": return []
        case "sent": return [status(id, .reached(.sent))]
        case "delivered": return [status(id, .reached(.delivered))]
        case "read": return [status(id, .reached(.read))]
        case "undelivered", "failed", "canceled": return [status(id, .failed(fault))]
        default:
            // INVARIANT: a word that stands beside a body never hides it; the body may be a STOP.
            return form["Body"] == nil ? [.unknown(kind: "status")] : [message(id)]
        }
    }

    private func status(_ id: String, _ report: MessageStatus.Report) -> InboundEvent {
        let recipient = form["To"].flatMap { TwilioAddress($0, bare: .text) }
        return .status(
            MessageStatus(
                messageID: id,
                report: report,
                recipient: recipient.flatMap(contact),
                // Twilio gives no time that all of its media have.
                at: now
            )
        )
    }

    /// Why a message was not delivered.
    ///
    /// What the table does not know is given up: it has been on its way already, and a second one
    /// could be one too many.
    private var fault: DispatchFault {
        guard let code = form["ErrorCode"].flatMap({ Int($0) }), code > 0 else {
            return DispatchFault(code: form["MessageStatus"] ?? "failed", remedy: .giveUp)
        }
        return DispatchFault(
            code: String(code),
            remedy: TwilioErrorTable.remedies[code] ?? .giveUp
        )
    }

    private func message(_ id: String) -> InboundEvent {
        let contacts = addresses.compactMap(contact)
        guard let first = contacts.first else {
            return .broken(place: "From", why: form["From"] == nil ? "missing" : "not an address")
        }
        return .message(
            InboundMessage(
                address: first,
                providerID: id,
                content: TwilioContent.read(form),
                receivedAt: now,
                localeHint: nil,
                answeredCommand: TwilioContent.answeredCommand(form)
            ),
            aliases: Array(contacts.dropFirst())
        )
    }

    private func contact(_ address: TwilioAddress) -> ContactAddress? {
        ContactAddress(channel: channel, text: address.text(on: sender.medium))
    }

    /// Every address of who wrote, each once: a number before an id of WhatsApp's, which changes
    /// with the number.
    private var addresses: [TwilioAddress] {
        let from = form["From"].flatMap { TwilioAddress($0) }
        let medium = from?.medium ?? sender.medium
        // Twilio's texts name the second field in two ways.
        let others = ["ExternalUserId", "ExternalUserIdentifier"].compactMap { name in
            form[name].flatMap { TwilioAddress($0, bare: medium) }
        }
        var found = [from].compactMap { $0 } + others
        if let number = numberBehindID, medium == .whatsApp, !found.contains(where: \.isNumber) {
            found.append(TwilioAddress(number: number, medium: medium))
        }
        var distinct: [TwilioAddress] = []
        for address in found.filter(\.isNumber) + found.filter({ !$0.isNumber })
        where !distinct.contains(address) {
            distinct.append(address)
        }
        return distinct
    }

    /// The number that WhatsApp's own id is made of.
    private var numberBehindID: String? {
        let number = "+" + (form["WaId"] ?? "")
        return TwilioID.isNumber(number) ? number : nil
    }
}

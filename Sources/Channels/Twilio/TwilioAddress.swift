/// An address as Twilio writes it: an id, and before it, with a colon, what carries it.
struct TwilioAddress: Hashable, Sendable {
    enum Medium: Hashable, Sendable {
        /// SMS and RCS.
        case text
        case whatsApp
        /// Another of Twilio's, or one of tomorrow.
        case other(String)
    }

    static let whatsApp = "whatsapp:"
    static let rcs = "rcs:"
    /// Ours alone: an SMS that came to a channel which is none of SMS.
    static let sms = "sms:"

    let medium: Medium
    let id: String

    /// Reads an address; an id that has nothing before it is of the medium that is given.
    init?(_ text: String, bare medium: Medium = .text) {
        guard let colon = text.firstIndex(of: ":") else {
            guard !text.isEmpty else { return nil }
            self.medium = medium
            id = text
            return
        }
        id = String(text[text.index(after: colon)...])
        guard !id.isEmpty else { return nil }
        switch String(text[...colon]) {
        case Self.whatsApp: self.medium = .whatsApp
        case Self.rcs, Self.sms: self.medium = .text
        case let prefix: self.medium = .other(prefix)
        }
    }

    init(number: String, medium: Medium) {
        self.medium = medium
        id = number
    }

    var isNumber: Bool { TwilioID.isNumber(id) }

    /// How a channel knows a contact: by the bare number, so that it is found under the same text
    /// wherever it comes from.
    ///
    /// A contact who writes by another medium than the channel's keeps it in the address. They are
    /// heard, also when they say STOP, and consent that was given by SMS sends nothing by WhatsApp.
    func text(on channel: Medium) -> String {
        guard medium != channel else { return id }
        return switch medium {
        case .text: Self.sms + id
        case .whatsApp: Self.whatsApp + id
        case .other(let prefix): prefix + id
        }
    }
}

extension TwilioSender {
    /// Whom a message goes to, as `To` has it.
    struct Recipient: Hashable, Sendable {
        let to: String
        let medium: TwilioAddress.Medium
        /// Whether it may go out as SMS, and so is counted in segments.
        let isSMS: Bool
    }

    /// `nil` for an address that this sender does not reach.
    func recipient(_ address: String) -> Recipient? {
        switch self {
        case .number: return number(address, isSMS: true)
        // From and To have to be of one medium (error 21910).
        case .rcs: return number(address, prefix: TwilioAddress.rcs, isSMS: false)
        case .whatsApp: return whatsApp(address)
        case .service:
            guard address.hasPrefix(TwilioAddress.whatsApp) else {
                return number(address, isSMS: true)
            }
            return whatsApp(String(address.dropFirst(TwilioAddress.whatsApp.count)))
        }
    }

    private func number(_ address: String, prefix: String = "", isSMS: Bool) -> Recipient? {
        guard TwilioID.isNumber(address) else { return nil }
        return Recipient(to: prefix + address, medium: .text, isSMS: isSMS)
    }

    private func whatsApp(_ id: String) -> Recipient? {
        guard TwilioID.isNumber(id) || TwilioID.isUserID(id) else { return nil }
        return Recipient(to: TwilioAddress.whatsApp + id, medium: .whatsApp, isSMS: false)
    }
}

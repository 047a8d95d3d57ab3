/// Who sends at Twilio.
enum TwilioSender: Hashable, Sendable {
    /// A telephone number, or a short code of three to eight digits.
    case number(String)
    /// `whatsapp:` and a number.
    case whatsApp(String)
    /// `rcs:` and an agent's name.
    case rcs(String)
    /// A messaging service, which chooses among its senders.
    case service(String)

    /// What a sender has to look like.
    ///
    /// An alphanumeric sender is none: nobody could answer it STOP.
    static let form =
        "it has to be a number such as `+493012345678`, `whatsapp:` and a number, `rcs:` and an "
        + "agent, or a messaging service, `MG` and 32 hexadecimal digits"

    init?(_ text: String) {
        if TwilioID.isNumber(text) || Self.isShortCode(text) {
            self = .number(text)
        } else if text.hasPrefix(TwilioAddress.whatsApp),
            TwilioID.isNumber(text.dropFirst(TwilioAddress.whatsApp.count))
        {
            self = .whatsApp(text)
        } else if text.hasPrefix(TwilioAddress.rcs),
            Self.isAgent(text.dropFirst(TwilioAddress.rcs.count))
        {
            self = .rcs(text)
        } else if TwilioID.isSID(text, of: "MG") {
            self = .service(text)
        } else {
            return nil
        }
    }

    /// The medium of this sender's own contacts.
    ///
    /// RCS is of the SMS family: Twilio falls back from one to the other, and keeps one opt-out for
    /// both.
    var medium: TwilioAddress.Medium {
        switch self {
        case .number, .rcs, .service: .text
        case .whatsApp: .whatsApp
        }
    }

    /// The field of a request that names it.
    var field: FormFields.Field {
        switch self {
        case .number(let text), .whatsApp(let text), .rcs(let text):
            FormFields.Field("From", text)
        case .service(let sid): FormFields.Field("MessagingServiceSid", sid)
        }
    }

    private static func isShortCode(_ text: String) -> Bool {
        (3...8).contains(text.utf8.count) && text.utf8.allSatisfy(TwilioID.isDigit)
    }

    private static func isAgent(_ text: Substring) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                TwilioID.isDigit(byte) || TwilioID.isLetter(byte)
                    || "_-.".utf8.contains(byte)
            }
    }
}

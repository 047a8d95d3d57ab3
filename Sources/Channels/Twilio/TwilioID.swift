/// The forms of Twilio's identifiers.
enum TwilioID {
    /// Two letters for the kind and 32 hexadecimal digits.
    static func isSID(_ text: String, of kind: String) -> Bool {
        text.hasPrefix(kind) && text.utf8.count == kind.utf8.count + 32
            && text.utf8.dropFirst(kind.utf8.count).allSatisfy(isHexDigit)
    }

    /// Whether a message can be known by this.
    ///
    /// Wider than `isSID`: a message whose id has a form of tomorrow may be a STOP.
    static func isMessageID(_ text: String) -> Bool {
        (1...TwilioLimits.messageID).contains(text.utf8.count)
            && text.utf8.allSatisfy { isDigit($0) || isLetter($0) }
    }

    /// A telephone number as E.164 writes it: `+`, then 7 to 15 digits without a zero in front.
    static func isNumber(_ text: some StringProtocol) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: "+") && digits.first != UInt8(ascii: "0")
            && (7...15).contains(digits.count) && digits.allSatisfy(isDigit)
    }

    /// WhatsApp's business-scoped user id: a country's two letters, a full stop, and letters,
    /// digits and full stops.
    static func isUserID(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        return (4...TwilioLimits.userID).contains(bytes.count)
            && bytes[..<2].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && bytes[2] == UInt8(ascii: ".")
            && bytes[3...].allSatisfy { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ".") }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}

/// A place in the text of a message, by UTF-8 bytes.
struct TemplateCursor {
    private let bytes: [UInt8]
    var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func next() -> UInt8? {
        guard let byte = peek() else { return nil }
        offset += 1
        return byte
    }

    mutating func advance() { offset += 1 }

    mutating func skipSpace() {
        while let byte = peek(), Self.isSpace(byte) { offset += 1 }
    }

    var isAtDelimiter: Bool { peek().map(Self.isSyntax) ?? true }

    /// The bytes up to white space or a character of the syntax; may be empty.
    mutating func word() -> String {
        let start = offset
        while let byte = peek(), !Self.isSpace(byte), !Self.isSyntax(byte) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// At least one character of what is here, for an error.
    mutating func quotedWord() -> String {
        let text = word()
        guard text.isEmpty, let byte = peek() else { return Self.shortened(text) }
        return String(Unicode.Scalar(byte))
    }

    static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(TemplateLimits.quotedScalars)
        return scalars.count < text.unicodeScalars.count ? String(scalars) + "…" : text
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isSyntax(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "'"),
            UInt8(ascii: "#"):
            true
        default: false
        }
    }
}

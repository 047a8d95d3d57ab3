internal import Encryption
internal import FlowProgram

/// One line of a certificate's text, and the forms of what may stand in it.
struct StatementLine {
    /// Bytes in the longest name of a flow, a purpose or a channel.
    static let longestName = 64
    /// Bytes in the longest tag of a language (RFC 5646, section 4.4.1).
    static let longestTag = 35
    /// Bytes in the longest name and version of a notice.
    static let longestNotice = 256

    /// From 1, with the first line of the certificate.
    let number: Int
    let kind: LineKind
    /// What stands after the first word and one space.
    let value: String

    init(_ bytes: some Collection<UInt8>, number: Int) throws(CertificateError) {
        let space = bytes.firstIndex(of: Self.space) ?? bytes.endIndex
        guard let kind = LineKind(rawValue: String(decoding: bytes[..<space], as: UTF8.self)) else {
            throw .unknownLine(number)
        }
        self.number = number
        self.kind = kind
        value = String(decoding: bytes[space...].dropFirst(), as: UTF8.self)
    }

    var malformed: CertificateError { .malformedLine(number, kind) }

    private static let space = UInt8(ascii: " ")

    /// As many fields as there have to be, with one space between them.
    func fields(_ count: Int) throws(CertificateError) -> [String] {
        let fields = value.utf8.split(separator: Self.space, omittingEmptySubsequences: false)
        guard fields.count == count else { throw malformed }
        return fields.map { String(decoding: $0, as: UTF8.self) }
    }

    /// `[a-z][a-z0-9-]*`: the form of every name that an author chooses.
    func name(_ text: String) throws(CertificateError) -> String {
        guard text.utf8.count <= Self.longestName, let first = text.utf8.first,
            Self.isLetter(first),
            text.utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) || $0 == Self.hyphen })
        else { throw malformed }
        return text
    }

    func digest(_ text: String) throws(CertificateError) -> ProgramDigest {
        guard text.utf8.count == 64, let bytes = Hex.decode(text),
            Hex.encode(bytes).utf8.elementsEqual(text.utf8)
        else { throw malformed }
        return ProgramDigest(bytes: bytes)
    }

    func number(_ text: String, in range: ClosedRange<Int>) throws(CertificateError) -> Int {
        guard let number = CanonicalNumber.read(text, in: range) else { throw malformed }
        return number
    }

    /// A language tag by its characters; which languages there are is the compiler's to know.
    var tag: String {
        get throws(CertificateError) {
            let isTag = value.utf8.allSatisfy {
                Self.isLetter($0 | 0x20) || Self.isDigit($0) || $0 == Self.hyphen
            }
            guard isTag, (1...Self.longestTag).contains(value.utf8.count) else { throw malformed }
            return value
        }
    }

    /// `name@version`; an author writes versions as they like.
    var notice: String {
        get throws(CertificateError) {
            guard value.utf8.count <= Self.longestNotice,
                let at = value.utf8.firstIndex(of: UInt8(ascii: "@"))
            else { throw malformed }
            _ = try name(String(value[..<at]))
            let version = value.unicodeScalars[at...].dropFirst()
            guard !version.isEmpty, version.allSatisfy(Self.isShowable) else { throw malformed }
            return value
        }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether a character stands for itself on a terminal.
    static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

/// Whole numbers in their one spelling: ASCII digits without leading zeros.
enum CanonicalNumber {
    static func read(_ text: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = Int(text), range.contains(number),
            "\(number)".utf8.elementsEqual(text.utf8)
        else { return nil }
        return number
    }
}

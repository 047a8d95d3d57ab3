/// Reads JSON (RFC 8259): anything after the end, or deeper than 32 levels, is no JSON here.
///
/// Time and space are linear in the text.
package struct JSONReader {
    /// What becomes of text that two readers could understand differently (RFC 7493).
    package enum Rules: Sendable {
        /// It is no JSON: for what is signed or compared.
        case strict
        /// It is read as most readers do: of a member named twice the last counts, and what is no
        /// character becomes U+FFFD. For what strangers send, where one bad text must not take the
        /// rest of a batch with it.
        case tolerant
    }

    /// How deep objects and lists may nest.
    package static let depthLimit = 32

    private let bytes: [UInt8]
    private let rules: Rules
    private var position = 0

    private struct Malformed: Error {}

    private init(_ bytes: [UInt8], _ rules: Rules) {
        self.bytes = bytes
        self.rules = rules
    }

    /// The document, or `nil` when the bytes are none.
    package static func read(_ bytes: [UInt8], _ rules: Rules = .strict) -> JSONValue? {
        var reader = JSONReader(bytes, rules)
        do throws(Malformed) {
            let value = try reader.value(depth: 0)
            reader.skipSpace()
            return reader.position == bytes.count ? value : nil
        } catch {
            return nil
        }
    }

    private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
        guard depth <= Self.depthLimit else { throw Malformed() }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Malformed) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        var places: [String: Int] = [:]
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            let name = try string()
            skipSpace()
            guard take(":") else { throw Malformed() }
            let member = JSONValue.Member(name, try value(depth: depth + 1))
            if let place = places[name] {
                guard rules == .tolerant else { throw Malformed() }
                members[place] = member
            } else {
                places[name] = members.count
                members.append(member)
            }
            skipSpace()
        } while take(",")
        guard take("}") else { throw Malformed() }
        return .object(members)
    }

    private mutating func list(depth: Int) throws(Malformed) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return .list([]) }
        repeat {
            values.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw Malformed() }
        return .list(values)
    }

    private mutating func string() throws(Malformed) -> String {
        guard take("\"") else { throw Malformed() }
        var content: [UInt8] = []
        while true {
            let byte = try peek()
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                if let text = String(validating: content, as: UTF8.self) { return text }
                guard rules == .tolerant else { throw Malformed() }
                return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw Malformed()
            default: content.append(byte)
            }
        }
    }

    private mutating func escape(into content: inout [UInt8]) throws(Malformed) {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content += Array(String(try scalar()).utf8)
        default: throw Malformed()
        }
    }

    private mutating func scalar() throws(Malformed) -> Character {
        let code = UInt32(try unit())
        if let scalar = Unicode.Scalar(code) { return Character(scalar) }
        let next = position
        if code < 0xDC00, take("\\"), take("u") {
            let low = UInt32(try unit())
            if (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x1_0000 + (code - 0xD800) << 10 + (low - 0xDC00))
            {
                return Character(scalar)
            }
        }
        guard rules == .tolerant else { throw Malformed() }
        position = next
        return "\u{FFFD}"
    }

    private mutating func unit() throws(Malformed) -> UInt16 {
        guard position + 4 <= bytes.count else { throw Malformed() }
        let digits = bytes[position..<position + 4]
        position += 4
        // Digits only: `UInt16("+123", radix: 16)` would be a number too.
        guard digits.allSatisfy(Self.isHexDigit),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw Malformed() }
        return unit
    }

    private mutating func number() throws(Malformed) -> JSONValue {
        let start = position
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(Malformed) {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        guard position > start else { throw Malformed() }
    }

    private mutating func word(
        _ word: String,
        _ value: JSONValue
    ) throws(Malformed) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw Malformed() }
        position += word.utf8.count
        return value
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func peek() throws(Malformed) -> UInt8 {
        guard position < bytes.count else { throw Malformed() }
        return bytes[position]
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
            return false
        }
        position += 1
        return true
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

/// Base64 with padding, standard alphabet (RFC 4648 §4).
///
/// Own code because the standard library has none and Foundation has no place in this module.
/// Decoding is strict: one text for each byte string, so that a signed or compared text cannot be
/// written in two ways.
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index + 2 < bytes.count {
            let group =
                UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8
                | UInt32(bytes[index + 2])
            append(group, digits: 4, to: &text)
            index += 3
        }
        switch bytes.count - index {
        case 1: append(UInt32(bytes[index]) << 16, digits: 2, to: &text)
        case 2:
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8
            append(group, digits: 3, to: &text)
        default: break
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes a text stands for.
    ///
    /// `nil` for anything but the canonical form: missing padding, white space, a foreign
    /// character, or unused bits that are not zero.
    package static func decode(_ text: String) -> [UInt8]? {
        let characters = [UInt8](text.utf8)
        guard characters.count.isMultiple(of: 4) else { return nil }
        let padding = characters.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        var group: UInt32 = 0
        var bits: UInt32 = 0
        for character in characters.dropLast(padding) {
            guard let value = value(character) else { return nil }
            group = group << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> bits))
                group &= (1 << bits) - 1
            }
        }
        return group == 0 ? bytes : nil
    }

    private static func append(_ group: UInt32, digits: UInt32, to text: inout [UInt8]) {
        for position in 0..<4 as Range<UInt32> {
            text.append(
                position < digits
                    ? digit(UInt8(group >> (18 - 6 * position) & 0x3F)) : UInt8(ascii: "=")
            )
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    private static func value(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

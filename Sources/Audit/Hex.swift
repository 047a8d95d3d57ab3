/// Lowercase hexadecimal, the only form a leaf holds bytes in.
enum Hex {
    static func text(of bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    static func append(_ bytes: some Collection<UInt8>, to text: inout [UInt8]) {
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 0xf))
        }
    }

    /// Reads an even number of lowercase digits; anything else is `nil`.
    static func bytes(of text: String) -> [UInt8]? {
        let source = [UInt8](text.utf8)
        return bytes(in: source[...])
    }

    static func bytes(in text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var index = text.startIndex
        while index < text.endIndex {
            guard let high = value(text[index]), let low = value(text[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
            index += 2
        }
        return bytes
    }

    @inline(__always)
    static func digit(_ value: UInt8) -> UInt8 {
        // Arithmetic instead of a table: no load, no bounds check, no lazy global.
        value < 10 ? value &+ 0x30 : value &+ 0x57
    }

    @inline(__always)
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit &- 0x30
        case 0x61...0x66: digit &- 0x57
        default: nil
        }
    }
}

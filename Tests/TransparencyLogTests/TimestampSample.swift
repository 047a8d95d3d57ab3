import Encryption

/// Time-stamp replies put together by hand, each part as a test wants it.
struct TimestampSample {
    static let sha256: [UInt8] = [0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]
    static let null: [UInt8] = [0x05, 0]

    // The parts of TSTInfo, in order.
    var version: [UInt8] = [0x02, 1, 1]
    /// 2.999.3.
    var policy: [UInt8] = [0x06, 3, 0x88, 0x37, 3]
    var algorithm = Self.sha256 + Self.null
    var imprint: [UInt8] = []
    var serial: [UInt8] = [0x02, 1, 5]
    var time = Array("20260301090000Z".utf8)
    var accuracy: [UInt8] = []
    var ordering: [UInt8] = []
    var nonce: [UInt8] = []
    /// The name, extensions, and what else may follow.
    var rest: [UInt8] = []

    // What is around it.
    var contentType: [UInt8] = [0x06, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 16, 1, 4]
    var signedType: [UInt8] = [0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2]
    var certificates: [UInt8] = []
    var status: [UInt8] = [0x30, 3, 2, 1, 0]

    var info: [UInt8] {
        let imprintPart = Self.der(0x30, Self.der(0x30, algorithm) + Self.der(0x04, imprint))
        return Self.der(
            0x30,
            version + policy + imprintPart + serial + Self.der(0x18, time) + accuracy + ordering
                + nonce + rest
        )
    }

    var token: [UInt8] {
        let content = Self.der(0x30, contentType + Self.der(0xa0, Self.der(0x04, info)))
        let signed = Self.der(0x30, [2, 1, 3, 0x31, 0] + content + certificates + [0x31, 0])
        return Self.der(0x30, signedType + Self.der(0xa0, signed))
    }

    var reply: [UInt8] { Self.der(0x30, status + token) }

    /// An element with its length in the shortest form.
    static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            switch count {
            case ..<0x80: [UInt8(count)]
            case ..<0x100: [0x81, UInt8(count)]
            case ..<0x10000: [0x82, UInt8(count >> 8), UInt8(count & 0xff)]
            default: [0x83, UInt8(count >> 16), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)]
            }
        return [tag] + length + content
    }

    /// Elements inside each other, with a NULL in the innermost.
    static func nested(_ tag: UInt8, depth: Int) -> [UInt8] {
        (0..<depth).reduce(null) { content, _ in der(tag, content) }
    }

    /// The bytes of a vector, whose digits stand on several lines.
    static func bytes(_ vector: String) -> [UInt8] {
        Hex.decode(vector.filter { !$0.isWhitespace }) ?? []
    }
}

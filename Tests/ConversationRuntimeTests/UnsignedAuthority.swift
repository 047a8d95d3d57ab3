import Clocks
import TransparencyLog

/// A time-stamping authority without a key.
///
/// Its replies state what those of real ones state, and are signed by nobody. A real one answers in
/// `EndToEndTests`.
struct UnsignedAuthority {
    /// Grants a request (RFC 3161 §2.4.2); the time is cut to whole seconds.
    static func reply(to request: TimestampRequest, at time: Timestamp) -> [UInt8] {
        der(0x30, [0x30, 3, 2, 1, 0] + token(for: request, at: time))
    }

    static func token(for request: TimestampRequest, at time: Timestamp) -> [UInt8] {
        let digits = time.text.prefix(19).filter(\.isNumber)
        let nonce = (0..<8).map { UInt8(truncatingIfNeeded: request.nonce >> UInt64(56 - 8 * $0)) }
        let info = der(
            0x30,
            // Version 1, and 2.999.3 for the policy.
            [0x02, 1, 1, 0x06, 3, 0x88, 0x37, 3]
                + der(0x30, der(0x30, sha256) + der(0x04, request.imprint))
                // The number 5.
                + [0x02, 1, 5] + der(0x18, Array("\(digits)Z".utf8)) + der(0x02, [0] + nonce)
        )
        let content = der(0x30, timestampInfo + der(0xa0, der(0x04, info)))
        // No algorithms and no signers.
        let signed = der(0x30, [0x02, 1, 3, 0x31, 0] + content + [0x31, 0])
        return der(0x30, signedData + der(0xa0, signed))
    }

    /// A reply that refuses, for the request's bad form.
    static let refusal: [UInt8] = [0x30, 9, 0x30, 7, 2, 1, 2, 3, 2, 2, 0x04]

    private static let sha256: [UInt8] = [0x06, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0]
    private static let signedData: [UInt8] = [0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2]
    private static let timestampInfo: [UInt8] = [
        0x06, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 16, 1, 4,
    ]

    /// An element with its length in the shortest form.
    private static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] = count < 0x80 ? [UInt8(count)] : [0x81, UInt8(count)]
        return [tag] + length + content
    }
}

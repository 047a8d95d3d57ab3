package import Clocks
internal import SwiftASN1

/// What a time stamp states: that a message with this SHA-256 existed at this time.
///
/// TSTInfo of RFC 3161 §2.4.2. Accuracy, ordering, the authority's name and extensions are passed
/// over.
package struct TimestampInfo: Hashable, Sendable {
    static let knownVersion: UInt8 = 1
    /// Bytes in the longest number: RFC 3161 §2.4.2 has serial numbers of up to 160 bits.
    private static let longestNumberByteCount = 20
    /// Bytes in the longest policy; SwiftASN1 refuses one with an arc of 2^63 or more.
    private static let longestPolicyByteCount = 64
    /// Bytes in the longest time: sixteen decimals of a second.
    private static let longestTimeByteCount = 32
    private static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]
    private static let imprintByteCount = 32

    package let version: UInt8
    /// The policy it was made under: an object identifier in dotted decimal.
    package let policy: String
    /// SHA-256 of the message, 32 bytes.
    package let imprint: [UInt8]
    /// The authority's number for it: big-endian, without zeros in front, at most 20 bytes.
    package let serial: [UInt8]
    /// The time it states, cut to whole milliseconds.
    package let time: Timestamp
    /// The time as it is written, with every decimal: `20260301090000.123456Z`.
    package let timeText: String
    /// The request's nonce in the form of `serial`; `nil` when there is none.
    package let nonce: [UInt8]?

    init(bytes: [UInt8]) throws(TimestampError) {
        self = try DER.read(.info, bytes) { try Self(&$0) }
    }

    private init(_ info: inout ASN1NodeCollection.Iterator) throws {
        version = try UInt8(derEncoded: &info)
        policy = try Self.policy(&info)
        imprint = try info.sequence(Self.imprint)
        serial = try Self.magnitude(ArraySlice(derEncoded: &info))
        (time, timeText) = try Self.time(&info)
        // The accuracy, and whether the authority orders its stamps.
        try info.skip(optional: .sequence)
        let _: Bool? = try DER.optionalImplicitlyTagged(&info)
        nonce = try DER.optionalImplicitlyTagged(&info).map(Self.magnitude)
        // The authority's name, and extensions.
        try info.skip(optional: .context0)
        try info.skip(optional: .context1)
    }

    private static func imprint(
        _ imprint: inout ASN1NodeCollection.Iterator
    ) throws -> [UInt8] {
        try imprint.sequence { algorithm in
            guard try ASN1ObjectIdentifier(derEncoded: &algorithm) == sha256 else {
                throw TimestampError.otherAlgorithm
            }
            // Parameters are NULL or left out (RFC 5754 §2).
            let _: ASN1Null? = try DER.optionalImplicitlyTagged(&algorithm)
        }
        let bytes = try ASN1OctetString(derEncoded: &imprint).bytes
        guard bytes.count == imprintByteCount else { throw TimestampError.otherAlgorithm }
        return [UInt8](bytes)
    }

    /// A number ≥ 0 as SwiftASN1 reads it, except that zero is one byte.
    private static func magnitude(_ number: ArraySlice<UInt8>) throws -> [UInt8] {
        guard number.count <= longestNumberByteCount else { throw TimestampError.malformed(.info) }
        return number.isEmpty ? [0] : [UInt8](number)
    }

    private static func policy(
        _ info: inout ASN1NodeCollection.Iterator
    ) throws -> String {
        guard let node = info.next(), case .primitive(let content) = node.content,
            content.count <= longestPolicyByteCount
        else { throw TimestampError.malformed(.info) }
        var arcs = try ASN1ObjectIdentifier(derEncoded: node).oidComponents
        // The first two arcs share one number: 40 times the first, which is at most 2, and the
        // second (X.690 §8.19.4). SwiftASN1 has no such limit and reads 2.999 as 26.39.
        let excess = arcs[0] - min(arcs[0], 2)
        arcs[0] -= excess
        arcs[1] += 40 * excess
        return arcs.map { String($0) }.joined(separator: ".")
    }

    /// `YYYYMMDDhhmmss`, decimals if there are any, `Z` (RFC 3161 §2.4.2).
    private static func time(
        _ info: inout ASN1NodeCollection.Iterator
    ) throws -> (Timestamp, String) {
        guard let node = info.next(), node.identifier == .generalizedTime,
            case .primitive(let text) = node.content
        else { throw TimestampError.malformed(.info) }
        // A leap second is no instant of a `Timestamp`; SwiftASN1 would let it pass.
        guard text.count <= longestTimeByteCount, let time = try? GeneralizedTime(derEncoded: node),
            let date = CalendarDate(year: time.year, month: time.month, day: time.day),
            time.seconds < 60
        else { throw TimestampError.malformedTime }
        let seconds = time.hours * 3600 + time.minutes * 60 + time.seconds
        // From the digits, since a binary fraction may lie below the decimal one.
        let thousandths = (time.rawFractionalSeconds + [0x30, 0x30, 0x30]).prefix(3).reduce(0) {
            $0 * 10 + Int($1) - 0x30
        }
        let milliseconds = date.daysSinceEpoch * 86_400_000 + Int64(seconds * 1000 + thousandths)
        return (Timestamp(milliseconds: milliseconds), String(decoding: text, as: UTF8.self))
    }
}

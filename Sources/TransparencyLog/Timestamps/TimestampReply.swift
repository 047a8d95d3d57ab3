internal import SwiftASN1

/// What a time-stamping authority answered: a token, or why there is none.
///
/// RFC 3161 §2.4.2. The signature is not verified here; see `TimestampToken`.
package struct TimestampReply: Hashable, Sendable {
    /// Bytes in the longest reply that is read; one with its certificates has some thousand.
    package static let longestByteCount = 65_536
    /// The media type it comes as (RFC 3161 §3.4).
    package static let mediaType = "application/timestamp-reply"

    package enum Outcome: Hashable, Sendable {
        case granted(TimestampToken)
        /// Granted, though not as asked: what differs is in the token.
        case grantedWithModifications(TimestampToken)
        case refused(TimestampRefusal)
    }

    package let outcome: Outcome

    /// Reads the DER of a whole reply, without comparing it with any request.
    package init(bytes: [UInt8]) throws(TimestampError) {
        let (status, reasons, token) = try DER.read(.reply, bytes) { reply in
            let (status, reasons) = try reply.sequence { info in
                let status = try UInt8(derEncoded: &info)
                // Free text of the authority, which nobody has vouched for.
                try info.skip(optional: .sequence)
                return (status, try Self.reasons(&info))
            }
            return (status, reasons, reply.next().map { [UInt8]($0.encodedBytes) })
        }
        outcome = try Self.outcome(status: status, reasons: reasons, token: token)
    }

    /// The token, once it is known to answer this request.
    ///
    /// - Throws: `.refused` when there is none, and what `TimestampToken.check` throws.
    package func answer(
        to request: TimestampRequest
    ) throws(TimestampError) -> TimestampToken {
        switch outcome {
        case .granted(let token), .grantedWithModifications(let token):
            try token.check(request)
            return token
        case .refused(let refusal):
            throw .refused(refusal)
        }
    }

    private static func outcome(
        status: UInt8,
        reasons: [TimestampRefusal.Reason],
        token: [UInt8]?
    ) throws(TimestampError) -> Outcome {
        guard status < 2 else {
            guard let kind = TimestampRefusal.Kind(rawValue: status) else {
                throw .unknownStatus(status)
            }
            guard token == nil else { throw .contradictory }
            return .refused(TimestampRefusal(kind: kind, reasons: reasons))
        }
        guard let token, reasons.isEmpty else { throw .contradictory }
        let granted = try TimestampToken(bytes: token)
        return status == 0 ? .granted(granted) : .grantedWithModifications(granted)
    }

    /// The bits set in PKIFailureInfo; RFC 3161 has a client refuse one it does not know.
    private static func reasons(
        _ info: inout ASN1NodeCollection.Iterator
    ) throws(TimestampError) -> [TimestampRefusal.Reason] {
        let bits: ASN1BitString?
        do {
            bits = try DER.optionalImplicitlyTagged(&info)
        } catch {
            throw .malformedReason
        }
        var reasons: [TimestampRefusal.Reason] = []
        for (place, byte) in (bits?.bytes ?? []).enumerated() {
            for bit in 0..<8 where byte & 0x80 >> UInt8(bit) != 0 {
                guard let reason = TimestampRefusal.Reason(rawValue: place * 8 + bit) else {
                    throw .unknownReason(bit: place * 8 + bit)
                }
                reasons.append(reason)
            }
        }
        return reasons
    }
}

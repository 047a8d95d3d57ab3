package import Clocks

/// The signature of Standard Webhooks 1.0.0: three header fields over `id.timestamp.body`.
///
/// `webhook-signature` is a list, so that a key can be replaced without a gap: the sender signs
/// with the old and the new one, and one match is enough.
package enum StandardWebhookSignature {
    package static let idField = "webhook-id"
    /// Whole seconds since 1970.
    package static let timestampField = "webhook-timestamp"
    /// Signatures with a space between them, each a version, a comma and base64.
    package static let signatureField = "webhook-signature"

    /// Seconds that a request may be older or younger than the clock here.
    package static let tolerance: Int64 = 300
    /// Signatures of one request that are looked at; what follows them is passed over.
    package static let mostSignatures = 16
    /// Bytes in the longest id.
    package static let longestID = 256

    /// One signature of the list.
    struct Entry: Hashable, Sendable {
        enum Version: String, Hashable, Sendable { case v1, v1a }

        let version: Version
        let value: String
    }

    /// Takes a request whose signature was made with one of the keys, within the tolerance.
    ///
    /// - Throws: `WebhookRefusal`, which says nothing of how near the request came.
    package static func verify(
        _ headers: HTTPFieldList,
        body: [UInt8],
        keys: [StandardWebhookKey],
        at now: Timestamp
    ) throws(WebhookRefusal) {
        guard let id = headers[idField], let time = headers[timestampField],
            let list = headers[signatureField], !list.isEmpty
        else { throw .noSignature }
        guard isID(id), let seconds = seconds(time) else { throw .malformedSignature }
        let clock = wholeSeconds(of: now)
        guard (clock - tolerance...clock + tolerance).contains(seconds) else {
            throw .outsideOfTime
        }
        let entries = entries(in: list)
        guard !entries.isEmpty else { throw .malformedSignature }
        let content = content(id: id, seconds: seconds, body: body)
        guard keys.contains(where: { $0.verifies(oneOf: entries, of: content) }) else {
            throw .wrongSignature
        }
    }

    /// The value of `webhook-signature`: one signature by each key that signs, in their order.
    package static func sign(
        id: String,
        seconds: Int64,
        body: [UInt8],
        keys: [StandardWebhookKey]
    ) -> String {
        precondition(isID(id), "a signed id is visible ASCII without a full stop")
        let content = content(id: id, seconds: seconds, body: body)
        return keys.compactMap { $0.signature(of: content) }.joined(separator: " ")
    }

    /// The time of a request as it is written: the second that has begun.
    package static func wholeSeconds(of time: Timestamp) -> Int64 {
        let seconds = time.milliseconds / 1000
        return time.milliseconds % 1000 < 0 ? seconds - 1 : seconds
    }

    /// Whether an id can be signed: a full stop in it could be read as the end of the id.
    package static func isID(_ text: String) -> Bool {
        (1...longestID).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ".")
            }
    }

    private static func content(id: String, seconds: Int64, body: [UInt8]) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(id.utf8.count + 22 + body.count)
        content += id.utf8
        content.append(UInt8(ascii: "."))
        content += String(seconds).utf8
        content.append(UInt8(ascii: "."))
        content += body
        return content
    }

    /// Digits in their one spelling; what is signed is written from the number again.
    private static func seconds(_ text: String) -> Int64? {
        guard (1...11).contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let seconds = Int64(text), String(seconds) == text
        else { return nil }
        return seconds
    }

    /// The signatures of a known version; those of another are for receivers to come.
    private static func entries(in list: String) -> [Entry] {
        list.split(separator: " ", maxSplits: mostSignatures).prefix(mostSignatures)
            .compactMap { item -> Entry? in
                let parts = item.split(
                    separator: ",",
                    maxSplits: 1,
                    omittingEmptySubsequences: false
                )
                guard parts.count == 2, let version = Entry.Version(rawValue: String(parts[0]))
                else { return nil }
                return Entry(version: version, value: String(parts[1]))
            }
    }
}

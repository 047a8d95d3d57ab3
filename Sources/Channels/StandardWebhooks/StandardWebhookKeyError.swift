/// Why a text is no key of Standard Webhooks; none of it repeats the text.
package enum StandardWebhookKeyError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    /// Nothing, or a prefix and nothing after it.
    case empty
    case notBase64
    /// Not as many bytes as a key of its kind has.
    case wrongLength
    /// A private key with a public key behind it that is another's.
    case mismatchedHalves

    /// What is wrong and what it has to be, in one sentence.
    package var text: String {
        switch self {
        case .tooLong(let limit): "a key has at most \(limit) bytes"
        case .empty: "it has a prefix and no key; copy the whole of it"
        case .notBase64:
            "it is not `whsec_`, `whsk_` or `whpk_` with base64 after it; copy the whole of it"
        case .wrongLength:
            "a secret has at most 64 bytes, a public key 32, a private key 32 or 64"
        case .mismatchedHalves:
            "the public key in it does not belong to the private one; copy the whole of it"
        }
    }
}

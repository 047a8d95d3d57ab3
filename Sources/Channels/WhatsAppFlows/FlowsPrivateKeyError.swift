/// Why a text is no private key for WhatsApp Flows; none of it repeats the text.
package enum FlowsPrivateKeyError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    case notPEM
    /// PEM of something else: a public key, a certificate, a key of elliptic curves.
    case otherKind
    case hasPassphrase
    /// Not RSA, cut off, on one line, or below 2048 bits.
    case malformed

    /// What is wrong and what it has to be, in one sentence.
    package var text: String {
        switch self {
        case .tooLong(let limit): "a private key in PEM has at most \(limit) bytes"
        case .notPEM: "it is not PEM; it begins with `-----BEGIN PRIVATE KEY-----`"
        case .otherKind:
            "it is not a private key of RSA; make one with `openssl genpkey -algorithm RSA`"
        case .hasPassphrase:
            "it needs a passphrase; write it without one with `openssl pkey`"
        case .malformed:
            "it is no private key of RSA with 2048 bits or more; copy all of it with its line ends"
        }
    }
}

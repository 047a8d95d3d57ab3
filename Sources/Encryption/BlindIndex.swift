import Crypto

/// Finds a row by a value the store must not know, such as an address.
///
/// HMAC-SHA256 over domain, a zero byte and the text, cut to 16 bytes: equal values meet in the
/// index, and without the key nobody can try values against it. Whoever normalizes the text decides
/// what counts as equal.
package struct BlindIndex: Sendable {
    /// Bytes in an index value.
    package static let count = 16

    /// The code with its key already absorbed: less than half the cost for each value.
    private let code: HMAC<SHA256>

    package init(key: SecretBytes) {
        code = HMAC<SHA256>(key: key.key)
    }

    /// Takes 32 bytes.
    package init(key: [UInt8]) {
        self.init(key: SecretBytes(key))
    }

    /// The 16 bytes under which a text is filed; the domain keeps kinds of text apart.
    package func index(of text: String, domain: String) -> [UInt8] {
        precondition(!domain.utf8.contains(0), "an index domain has no zero byte")
        var message: [UInt8] = []
        message.reserveCapacity(domain.utf8.count + 1 + text.utf8.count)
        message.append(contentsOf: domain.utf8)
        message.append(0)
        message.append(contentsOf: text.utf8)
        var code = code
        code.update(data: message)
        return [UInt8](code.finalize().prefix(Self.count))
    }
}

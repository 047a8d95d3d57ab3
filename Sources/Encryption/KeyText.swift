/// The text form of a key-encryption key: `parley-kek-v1 <epoch> <base64 of 32 bytes>`.
///
/// An environment variable may also hold the 32 bytes bare, as base64 or hexadecimal; that is
/// epoch 1.
package enum KeyText {
    /// Longest text that is looked at, in bytes.
    package static let limit = 1024

    static let header = "parley-kek-v1"
    static let headerFamily = "parley-kek-"

    /// Reads one key; white space around it is ignored.
    package static func parse(_ text: String) throws(KeyError) -> KeyEncryptionKey {
        guard text.utf8.count <= limit else { throw .tooLong(limit: limit) }
        let lines = text.split(whereSeparator: \.isNewline).filter { line in
            !line.allSatisfy(\.isWhitespace)
        }
        guard let line = lines.first else { throw .empty }
        guard lines.count == 1 else { throw .severalLines }
        let fields = line.split(whereSeparator: \.isWhitespace)
        if fields[0].hasPrefix(headerFamily) { return try keyLine(fields) }
        guard fields.count == 1 else { throw .notAKey }
        return try bare(String(fields[0]))
    }

    /// The key line, without a newline; it is the key, so it goes to its file and nowhere else.
    package static func render(_ key: KeyEncryptionKey) -> String {
        "\(header) \(key.epoch) \(Base64.encode(key.secret.exposed()))"
    }

    private static func keyLine(_ fields: [Substring]) throws(KeyError) -> KeyEncryptionKey {
        guard fields[0] == header else { throw .unknownVersion }
        guard fields.count == 3, let bytes = Base64.decode(String(fields[2])) else {
            throw .notAKey
        }
        // Digits only: `UInt32("+1")` would also be a number.
        guard fields[1].utf8.allSatisfy({ (48...57).contains($0) }),
            let epoch = UInt32(fields[1])
        else { throw .badEpoch }
        return try KeyEncryptionKey(bytes: bytes, epoch: epoch)
    }

    private static func bare(_ text: String) throws(KeyError) -> KeyEncryptionKey {
        // 64 hexadecimal digits are base64 of 48 bytes too; only the first reading is a key.
        if text.utf8.count == SecretBytes.count * 2, let bytes = Hex.decode(text) {
            return try KeyEncryptionKey(bytes: bytes, epoch: 1)
        }
        guard let bytes = Base64.decode(text) ?? Hex.decode(text) else { throw .notAKey }
        return try KeyEncryptionKey(bytes: bytes, epoch: 1)
    }
}

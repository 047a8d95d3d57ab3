internal import Crypto
package import Encryption

/// A verifier key ("vkey"): the public half of a key that signs notes, with its name.
///
/// C2SP signed-note, sections "Signatures" and "Verifier keys". Name and ID together say which
/// key made a signature and by which algorithm.
package struct NoteKey: Sendable {
    /// How the key signs: the signature type identifier byte of C2SP signed-note.
    package enum Algorithm: UInt8, Hashable, Sendable {
        /// Ed25519 over the text of the note.
        case ed25519 = 0x01
        /// A timestamped Ed25519 cosignature of a checkpoint (C2SP tlog-cosignature, v1).
        case cosignature = 0x04
    }

    /// Bytes in the longest text that is read as a key.
    ///
    /// Longer than any key of ours, so that keys of other algorithms are refused by their name.
    package static let longestText = 4096

    /// Bytes of a key ID.
    static let idByteCount = 4

    /// The owner: for a log, the origin of its checkpoints.
    package let name: String
    /// The first four bytes, big-endian, of the hash of name, algorithm and public key.
    ///
    /// A label and no proof: an attacker can find another key with the same ID.
    package let id: UInt32
    /// How the key signs.
    package let algorithm: Algorithm
    /// What verifies: an Ed25519 public key in either algorithm.
    package let publicKey: SigningKey.PublicKey

    /// Derives the ID of a key with this name.
    package init(
        name: String,
        algorithm: Algorithm,
        publicKey: SigningKey.PublicKey
    ) throws(NoteError) {
        try NoteName.check(name)
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        id = Self.id(name: name, material: [algorithm.rawValue] + publicKey.bytes)
    }

    /// Reads `<name>+<ID in 8 lowercase hexadecimal digits>+<base64 of algorithm and key>`.
    ///
    /// Exactly what `text` writes and nothing else, so that a key has one text.
    package init(text: String) throws(NoteError) {
        guard text.utf8.count <= Self.longestText else {
            throw .keyTooLong(limit: Self.longestText)
        }
        // Base64 may hold a `+` of its own: only the first two separate.
        let fields = text.utf8.split(
            separator: UInt8(ascii: "+"),
            maxSplits: 2,
            omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 3, fields[1].utf8.count == 2 * Self.idByteCount,
            let idBytes = Hex.decode(fields[1]), Hex.encode(idBytes).isExactly(fields[1]),
            let material = Base64.decode(fields[2]), let type = material.first
        else { throw .malformedKey }
        guard let algorithm = Algorithm(rawValue: type) else { throw .unknownAlgorithm(type) }
        guard let publicKey = SigningKey.PublicKey(bytes: [UInt8](material.dropFirst())) else {
            throw .wrongKeyLength(found: material.count - 1)
        }
        try self.init(name: fields[0], algorithm: algorithm, publicKey: publicKey)
        guard id == idBytes.bigEndianNumber() else { throw .wrongKeyID }
    }

    /// The key as it is given to whoever verifies.
    package var text: String {
        let material = [algorithm.rawValue] + publicKey.bytes
        return "\(title)+\(Base64.encode(material))"
    }

    /// Name and ID: what tells keys apart in a message to a person.
    package var title: String { Self.title(name: name, id: id) }

    static func title(name: String, id: UInt32) -> String {
        "\(name)+\(Hex.encode(id.bigEndianBytes))"
    }

    /// Whether a signature, without its key ID, was made by this key over this text.
    func verifies(_ signature: [UInt8], of text: String) -> Bool {
        switch algorithm {
        case .ed25519:
            return publicKey.verifies(signature, of: [UInt8](text.utf8))
        case .cosignature:
            guard let timed = TimestampedSignature(bytes: signature) else { return false }
            let message = TimestampedSignature.message(text, atSecond: timed.second)
            return publicKey.verifies(timed.signature, of: message)
        }
    }

    /// SHA-256 of name, line feed, algorithm and key, cut to four bytes.
    private static func id(name: String, material: [UInt8]) -> UInt32 {
        let input = [UInt8](name.utf8) + [UInt8(ascii: "\n")] + material
        return [UInt8](SHA256.hash(data: input))[..<idByteCount].bigEndianNumber()
    }
}

extension NoteKey: Hashable {
    /// Whether both are one key under one name, byte by byte.
    package static func == (left: NoteKey, right: NoteKey) -> Bool {
        left.id == right.id && left.algorithm == right.algorithm
            && left.publicKey == right.publicKey && left.name.isExactly(right.name)
    }

    package func hash(into hasher: inout Hasher) {
        // The ID is a hash of all the rest.
        hasher.combine(id)
    }
}

internal import Encryption

/// One signature line of a note, verified or not (C2SP signed-note, section "Signatures").
package struct NoteSignature: Sendable {
    /// The em dash and the space a signature line begins with.
    static let prefix = [UInt8]("— ".utf8)

    /// Name of the key that is said to have signed.
    package let name: String
    /// ID of that key.
    package let keyID: UInt32
    /// What the algorithm of that key made, without the key ID; at least one byte.
    package let bytes: [UInt8]

    /// Takes the parts of a signature; its length is bounded by the note it comes to.
    package init(name: String, keyID: UInt32, bytes: [UInt8]) throws(NoteError) {
        try NoteName.check(name)
        guard !bytes.isEmpty else { throw .malformedSignature(line: 1) }
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// A signature that was just made; the key has a name that was checked.
    init(by key: NoteKey, bytes: [UInt8]) {
        name = key.name
        keyID = key.id
        self.bytes = bytes
    }

    /// Reads one signature line, without its line feed.
    ///
    /// `number` is the place among the signature lines, from 1, for the error.
    package init(line: some Collection<UInt8>, number: Int = 1) throws(NoteError) {
        guard line.starts(with: Self.prefix) else { throw .malformedSignature(line: number) }
        let fields = line.dropFirst(Self.prefix.count).split(
            separator: UInt8(ascii: " "),
            omittingEmptySubsequences: false
        )
        guard fields.count == 2, let name = String(validating: fields[0], as: UTF8.self),
            let blob = Base64.decode(String(decoding: fields[1], as: UTF8.self)),
            blob.count > NoteKey.idByteCount
        else { throw .malformedSignature(line: number) }
        do {
            try self.init(
                name: name,
                keyID: blob.prefix(NoteKey.idByteCount).bigEndianNumber(),
                bytes: [UInt8](blob.dropFirst(NoteKey.idByteCount))
            )
        } catch .nameTooLong(let limit) {
            throw .nameTooLong(limit: limit)
        } catch {
            throw .malformedSignature(line: number)
        }
    }

    /// The signature as a line of a note, without its line feed.
    package var line: String {
        "— \(name) \(Base64.encode(keyID.bigEndianBytes + bytes))"
    }

    /// Whether the signature is said to be by this key.
    package func isNamed(after key: NoteKey) -> Bool {
        keyID == key.id && name.isExactly(key.name)
    }

    func hasKey(of other: NoteSignature) -> Bool {
        keyID == other.keyID && name.isExactly(other.name)
    }
}

extension NoteSignature: Hashable {
    /// Whether both are the same line.
    package static func == (left: NoteSignature, right: NoteSignature) -> Bool {
        left.hasKey(of: right) && left.bytes == right.bytes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(keyID)
        hasher.combine(bytes)
    }
}

package import Audit
internal import Encryption

/// What a log says it is: its name, how many leaves it has, and their root.
///
/// C2SP tlog-checkpoint v1, section "Note text".
package struct Checkpoint: Sendable {
    /// Bytes in the longest extension line.
    package static let longestExtension = 1024
    /// Extension lines of one checkpoint; the specification does not recommend any.
    package static let mostExtensions = 16

    /// The log's unique name, and the name of the keys it signs with.
    ///
    /// Narrower than the specification: the rule for names of keys holds for it, and no control
    /// character of any kind is allowed, since origins are shown to people.
    package let origin: String
    /// Leaves in the tree.
    package let size: UInt64
    /// RFC 6962 root of the tree of that size.
    package let root: MerkleHash
    /// Lines of other programs, kept and signed but not understood.
    package let extensions: [String]

    /// Names the state of a log, and refuses an origin or extension that would not read back.
    package init(
        origin: String,
        size: UInt64,
        root: MerkleHash,
        extensions: [String] = []
    ) throws(CheckpointError) {
        try Self.checkOrigin(origin)
        guard extensions.count <= Self.mostExtensions else {
            throw .tooManyExtensions(limit: Self.mostExtensions)
        }
        for (index, line) in extensions.enumerated() {
            guard line.utf8.count <= Self.longestExtension else {
                throw .extensionTooLong(limit: Self.longestExtension)
            }
            guard !line.isEmpty, line.utf8.allSatisfy({ $0 >= 0x20 }) else {
                throw .malformedExtension(line: index + Self.mandatoryLines + 1)
            }
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a checkpoint's note: exactly what `noteText` writes.
    package init(noteText: String) throws(CheckpointError) {
        guard noteText.utf8.count <= SignedCheckpoint.largestByteCount else {
            throw .tooLong(limit: SignedCheckpoint.largestByteCount)
        }
        guard noteText.utf8.last == SignedNote.lineFeed else { throw .tooFewLines }
        let lines = noteText.utf8.dropLast().split(
            separator: SignedNote.lineFeed,
            omittingEmptySubsequences: false
        )
        guard lines.count >= Self.mandatoryLines else { throw .tooFewLines }
        let texts = lines.map { String(decoding: $0, as: UTF8.self) }
        try Self.checkOrigin(texts[0])
        guard let size = CanonicalDecimal.number(lines[1]) else { throw .malformedSize }
        guard let root = Base64.decode(texts[2]).flatMap({ MerkleHash($0) }) else {
            throw .malformedRoot
        }
        try self.init(
            origin: texts[0],
            size: size,
            root: root,
            extensions: [String](texts.dropFirst(Self.mandatoryLines))
        )
    }

    /// The text of the note: each line ends in a line feed.
    package var noteText: String {
        ([origin, "\(size)", Base64.encode(root.bytes)] + extensions)
            .map { "\($0)\n" }
            .joined()
    }

    /// Origin, size and root.
    private static let mandatoryLines = 3

    private static func checkOrigin(_ origin: String) throws(CheckpointError) {
        do {
            try NoteName.check(origin)
        } catch .nameTooLong(let limit) {
            throw .originTooLong(limit: limit)
        } catch {
            throw .malformedOrigin
        }
        let isShowable = origin.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control
        }
        guard isShowable else { throw .malformedOrigin }
    }
}

extension Checkpoint: Hashable {
    /// Whether both would be signed as the same bytes.
    package static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.noteText.isExactly(right.noteText)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        hasher.combine(root)
    }
}

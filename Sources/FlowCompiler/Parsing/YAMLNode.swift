/// A YAML file as texts, lists and mappings with their places.
///
/// Nothing is given a type: `yes`, `22:00` and `010` are the texts they are written as, and it is
/// for the reader of a value to say what it may be.
package indirect enum YAMLNode: Sendable {
    case scalar(String, isPlain: Bool, SourceSpan)
    case sequence([YAMLNode], SourceSpan)
    case mapping([(key: Located<String>, value: YAMLNode)], SourceSpan)

    /// Where the node begins; for a mapping without braces its first key.
    package var span: SourceSpan {
        switch self {
        case .scalar(_, _, let span), .sequence(_, let span), .mapping(_, let span): span
        }
    }

    /// For sentences: "expected a list, not `kindName`".
    package var kindName: String {
        switch self {
        case .scalar(let text, let isPlain, _):
            text.isEmpty && isPlain ? "nothing" : "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Whether nothing was written, as after a bare `key:`.
    package var isNothing: Bool {
        if case .scalar("", isPlain: true, _) = self { return true }
        return false
    }

    /// A mapping without one of its keys; any other node as it is.
    package func without(_ name: String) -> YAMLNode {
        guard case .mapping(let entries, let span) = self else { return self }
        return .mapping(entries.filter { $0.key.value != name }, span)
    }
}

extension YAMLNode {
    /// The tree as bytes: equal for files that differ only in layout, quoting and comments.
    ///
    /// Each node is a letter (`t`, `l`, `m`), the number of bytes or entries as four big-endian
    /// bytes, and then the bytes or entries; keys keep their order.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .scalar(let text, _, _):
            Self.append(text, to: &bytes)
        case .sequence(let nodes, _):
            Self.append("l", count: nodes.count, to: &bytes)
            for node in nodes { node.append(to: &bytes) }
        case .mapping(let entries, _):
            Self.append("m", count: entries.count, to: &bytes)
            for entry in entries {
                Self.append(entry.key.value, to: &bytes)
                entry.value.append(to: &bytes)
            }
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        append("t", count: text.utf8.count, to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }

    private static func append(_ letter: Unicode.Scalar, count: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: letter.value))
        let wide = UInt32(clamping: count)
        for shift: UInt32 in [24, 16, 8, 0] {
            bytes.append(UInt8(truncatingIfNeeded: wide >> shift))
        }
    }
}

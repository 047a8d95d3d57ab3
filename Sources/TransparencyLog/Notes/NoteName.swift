/// The rule for the names of keys (C2SP signed-note, section "Format").
///
/// A name is not empty and holds no Unicode space and no `+`. The length is bounded as
/// C2SP tlog-cosignature bounds the names of cosigners and logs.
package enum NoteName {
    /// Bytes of UTF-8 in the longest name.
    package static let longest = 255

    /// Refuses a text that cannot be the name of a key.
    package static func check(_ name: String) throws(NoteError) {
        guard name.utf8.count <= longest else { throw .nameTooLong(limit: longest) }
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
        }
        guard !name.isEmpty, isPlain else { throw .malformedName }
    }
}

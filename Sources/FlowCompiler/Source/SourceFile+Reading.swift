import FlowProgram

extension SourceFile {
    /// Takes a file's bytes as UTF-8 text without its byte order mark.
    ///
    /// Reports `fileTooLarge` over `Limits.fileBytes` and `notUTF8` at the first bad byte.
    package static func read(
        path: String,
        bytes: [UInt8],
        into diagnostics: inout Diagnostics
    ) -> SourceFile? {
        let start = SourceSpan(path: path, line: 1, column: 1, length: 1)
        guard bytes.count <= Limits.fileBytes else {
            diagnostics.report(.fileTooLarge, at: start, tooLarge(bytes.count), help: split)
            return nil
        }
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content =
            bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
        if let text = String(validating: content, as: UTF8.self) {
            return SourceFile(path: path, text: text)
        }
        diagnostics.report(
            .notUTF8,
            at: firstInvalidByte(in: content, path: path),
            "this is not UTF-8 text",
            help: "save the file as UTF-8"
        )
        return nil
    }

    static func tooLarge(_ bytes: Int) -> String {
        "the file has \(bytes) bytes, more than the \(Limits.fileBytes) allowed"
    }

    static let split = "split it into several files"

    /// The longest valid prefix ends where repairing first changes something.
    private static func firstInvalidByte(in bytes: ArraySlice<UInt8>, path: String) -> SourceSpan {
        let repaired = String(decoding: bytes, as: UTF8.self)
        let valid = zip(repaired.utf8, bytes).prefix { $0 == $1 }.count
        let before = String(decoding: bytes.prefix(valid), as: UTF8.self)
        let line = before.count { $0.isNewline } + 1
        let last = before.lastIndex(where: \.isNewline).map { before[before.index(after: $0)...] }
        return SourceSpan(
            path: path,
            line: line,
            column: (last ?? before[...]).count + 1,
            length: 1
        )
    }
}

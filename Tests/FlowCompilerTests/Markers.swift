import FlowCompiler
import Testing

/// A source text whose markers 1️⃣ 2️⃣ 3️⃣ … stand before the places of expected diagnostics.
struct MarkedSource {
    private static let markers: [Character] = [
        "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣",
    ]

    let file: SourceFile
    /// `line:column` of each marker, in the order of their numbers.
    let places: [String]

    init(_ marked: String, path: String) {
        var text = ""
        var line = 1
        var column = 1
        var found: [Int: String] = [:]
        for character in marked {
            if let number = Self.markers.firstIndex(of: character) {
                found[number] = "\(line):\(column)"
                continue
            }
            text.append(character)
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        file = SourceFile(path: path, text: text)
        places = found.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// Reads a marked text and compares what is reported with the codes, in the order of the markers.
///
/// The sentences, where given, are those of the first diagnostics in the order of their places.
func expect(
    _ marked: String,
    _ codes: [DiagnosticCode],
    sentences: [String] = [],
    path: String = "flows/test.yaml",
    sourceLocation: SourceLocation = #_sourceLocation,
    reading: (SourceFile, inout Diagnostics) -> Void
) {
    let source = MarkedSource(marked, path: path)
    var diagnostics = Diagnostics()
    reading(source.file, &diagnostics)
    let found = diagnostics.sorted
    #expect(source.places.count == codes.count, sourceLocation: sourceLocation)
    let expected = zip(source.places, codes).map { "\($0) \($1.rawValue)" }
    let places = found.map { "\($0.span.line):\($0.span.column) \($0.code.rawValue)" }
    #expect(places.sorted() == expected.sorted(), sourceLocation: sourceLocation)
    let spoken = Array(found.map(\.sentence).prefix(sentences.count))
    #expect(spoken == sentences, sourceLocation: sourceLocation)
}

/// A JSON value that keeps its keys in order, for the schemas of editors.
indirect enum JSONText {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSONText])
    case object([(key: String, value: JSONText)])

    /// Indented by two spaces, with a line break at the end (RFC 8259).
    var rendered: String {
        var result = ""
        write(to: &result, indent: "")
        return result + "\n"
    }

    private func write(to result: inout String, indent: String) {
        switch self {
        case .text(let text): result += DiagnosticRenderer.quote(text)
        case .number(let number): result += String(number)
        case .truth(let truth): result += truth ? "true" : "false"
        case .list(let values):
            write(values.map { ("", $0) }, between: ("[", "]"), to: &result, indent)
        case .object(let entries):
            write(
                entries.map { ("\(DiagnosticRenderer.quote($0.key)): ", $0.value) },
                between: ("{", "}"),
                to: &result,
                indent
            )
        }
    }

    private func write(
        _ entries: [(prefix: String, value: JSONText)],
        between: (open: String, close: String),
        to result: inout String,
        _ indent: String
    ) {
        result += between.open
        let inner = indent + "  "
        for (place, entry) in entries.enumerated() {
            result += (place == 0 ? "\n" : ",\n") + inner + entry.prefix
            entry.value.write(to: &result, indent: inner)
        }
        result += (entries.isEmpty ? "" : "\n" + indent) + between.close
    }
}

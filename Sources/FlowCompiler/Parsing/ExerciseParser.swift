/// Reads `exercise:`, which stands on a step only.
enum ExerciseParser {
    static let key = "exercise"

    /// The entries of a choice or pattern without `exercise`, which is reported.
    static func refused(
        _ entries: [(key: Located<String>, value: YAMLNode)],
        _ what: String,
        into diagnostics: inout Diagnostics
    ) -> [(key: Located<String>, value: YAMLNode)] {
        entries.filter { entry in
            guard entry.key.value == key else { return true }
            diagnostics.report(
                .misplacedKey,
                at: entry.key.span,
                "\(key.quoted) cannot stand on \(what)",
                help: "put it on the step it leads to"
            )
            return false
        }
    }
}

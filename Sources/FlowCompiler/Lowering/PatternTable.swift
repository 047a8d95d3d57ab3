import TextMatching

/// Patterns as flows write them, compiled once for each source.
struct PatternTable {
    private var patterns: [String: Result<Pattern, PatternError>] = [:]

    init(_ symbols: SymbolTable) {
        for flow in symbols.flows {
            for source in flow.syntax.steps.flatMap(\.patterns).map(\.source)
            where patterns[source.value] == nil {
                do throws(PatternError) {
                    patterns[source.value] = .success(try Pattern(source.value))
                } catch {
                    patterns[source.value] = .failure(error)
                }
            }
        }
    }

    /// `nil` if it does not compile.
    subscript(source: Located<String>) -> Pattern? {
        if case .success(let pattern) = patterns[source.value] { pattern } else { nil }
    }

    func error(_ source: Located<String>) -> PatternError? {
        if case .failure(let error) = patterns[source.value] { error } else { nil }
    }
}

import FlowProgram
import TextMatching

/// Reports patterns that do not compile, and patterns of one step that take the same text.
///
/// `invalid-pattern` points at the pattern, `ambiguous-pattern` at the later of the two with a
/// shortest text that both take: which one was meant would depend on their order. `unknown-slot`
/// is a named group that fills nothing.
enum PatternCheck {
    private struct Pair: Hashable {
        let first: String
        let second: String
    }

    static func run(
        _ symbols: SymbolTable,
        _ patterns: PatternTable,
        _ places: TextPlace,
        _ diagnostics: inout Diagnostics
    ) {
        var known: [Pair: PatternIntersection] = [:]
        for flow in symbols.soundFlows {
            for step in flow.syntax.steps {
                for pattern in step.patterns {
                    check(pattern.source, flow, patterns, places, &diagnostics)
                }
                compare(step.patterns.map(\.source), patterns, &known, &diagnostics)
            }
        }
    }

    private static func check(
        _ source: Located<String>,
        _ flow: FlowSymbols,
        _ patterns: PatternTable,
        _ places: TextPlace,
        _ diagnostics: inout Diagnostics
    ) {
        if let error = patterns.error(source), !source.value.isEmpty {
            diagnostics.report(
                .invalidPattern,
                at: places.span(of: error.offset, length: 1, in: source),
                error.message
            )
        }
        for group in patterns[source]?.captureNames ?? [] where flow.slots[group] == nil {
            diagnostics.report(
                .unknownSlot,
                at: source.span,
                "the group \(group.quoted) fills no slot",
                help: Suggestion.help(for: group, among: Array(flow.slots.keys))
                    ?? "declare the slot, or write `(…)` without a name"
            )
        }
    }

    private static func compare(
        _ sources: [Located<String>],
        _ patterns: PatternTable,
        _ known: inout [Pair: PatternIntersection],
        _ diagnostics: inout Diagnostics
    ) {
        for (index, later) in sources.enumerated() {
            for earlier in sources.prefix(index) {
                guard let first = patterns[earlier], let second = patterns[later] else { continue }
                let pair = Pair(first: earlier.value, second: later.value)
                let intersection = known[pair] ?? first.intersection(with: second)
                known[pair] = intersection
                // `.unknown` is left to the order written: the check must end.
                guard case .both(let example) = intersection else { continue }
                diagnostics.report(
                    .ambiguousPattern,
                    at: later.span,
                    "this pattern and \(earlier.value.quoted) both take \(example.quoted)",
                    help: "make them exclude each other"
                )
                break
            }
        }
    }
}

import Clocks
import FlowProgram

/// Reads what goes with waiting: `after:` and `unclear:`.
struct WaitParser {
    private static let unclearKeys: [String] = ["say", "times", "then", "skip"]

    private let reader: MappingReader
    private let waits: Bool
    private let asks: Bool

    init(_ reader: MappingReader, _ exit: ExitSyntax) {
        self.reader = reader
        switch exit {
        case .choose, .wait: (waits, asks) = (true, false)
        case .ask: (waits, asks) = (true, true)
        // An unreadable `wait` is reported already; what stands beside it is in its place.
        case .then, .end, .when, .call, .random: (waits, asks) = (reader.has("wait"), false)
        }
    }

    func deadlines(into diagnostics: inout Diagnostics) -> [DeadlineSyntax] {
        guard let (key, node) = reader.entry("after") else { return [] }
        checkPlace(key, into: &diagnostics)
        if case .scalar(let text, _, let span) = node, Period(text) != nil {
            diagnostics.report(
                .wrongKind,
                at: span,
                "`after` does not say which step comes then",
                help: "write `after: { \(text): STEP }`"
            )
            return []
        }
        guard let entries = MappingReader.entries(node, "`after`", into: &diagnostics) else {
            return []
        }
        if entries.isEmpty {
            diagnostics.report(.missingKey, at: node.span, "`after` names no time")
        }
        return entries.compactMap { key, value in
            let period = MappingReader.period(key, into: &diagnostics)
            let target = MappingReader.text(value, key.value.quoted, into: &diagnostics)
            guard let period, let target else { return nil }
            return DeadlineSyntax(period: period, target: target)
        }
    }

    func unclear(into diagnostics: inout Diagnostics) -> UnclearSyntax? {
        guard let (key, node) = reader.entry("unclear") else { return nil }
        checkPlace(key, into: &diagnostics)
        guard
            let unclear = MappingReader(
                node,
                "`unclear`",
                known: Self.unclearKeys,
                place: key.span,
                into: &diagnostics
            )
        else { return nil }
        let times = unclear.number("times", 0...Limits.unclearMaximum, into: &diagnostics)
        let skips = unclear.truth("skip", into: &diagnostics) ?? false
        if skips, let skip = unclear.entry("skip")?.key {
            if !asks {
                diagnostics.report(
                    .misplacedKey,
                    at: skip.span,
                    "only an `ask` step can be skipped",
                    help: "use `then` to go on"
                )
            } else if unclear.has("then") {
                diagnostics.report(
                    .exitCount,
                    at: skip.span,
                    "`unclear` has 2 ways on: `then` and `skip`",
                    help: "keep one of them"
                )
            }
        }
        return UnclearSyntax(
            say: TextParser.text(unclear, "say", into: &diagnostics),
            times: times ?? Limits.unclearDefault,
            target: unclear.text("then", into: &diagnostics),
            skips: skips && asks,
            span: key.span
        )
    }

    private func checkPlace(_ key: Located<String>, into diagnostics: inout Diagnostics) {
        guard !waits else { return }
        diagnostics.report(
            .misplacedKey,
            at: key.span,
            "\(key.value.quoted) belongs to a step that waits, and \(reader.what) does not",
            help: "`choose`, `match`, `ask` and `wait` wait"
        )
    }
}

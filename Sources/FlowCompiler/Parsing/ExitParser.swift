/// Reads a step's one way on.
enum ExitParser {
    private static let weights = 1...1000

    /// Keys that are a way on by themselves; `choose` and `match` are one together.
    private enum Way: String, CaseIterable {
        case end, choose, match, ask, when, call, random, wait

        /// Whether `then` beside it is where it goes on.
        var continues: Bool {
            switch self {
            case .ask, .when, .call, .wait: true
            case .end, .choose, .match, .random: false
            }
        }

        /// What to do about a `then` beside it.
        var help: String {
            switch self {
            case .choose, .match: "each choice names its own step"
            case .end: "keep one of them"
            case .random: "each entry of `random` is a step"
            case .ask, .when, .call, .wait: "keep one of them"
            }
        }
    }

    /// The first way on that was written.
    ///
    /// More than one is reported; so is none, for which an `end` without a name stands.
    static func exit(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> ExitSyntax {
        let ways = reader.entries.compactMap { Way(rawValue: $0.key.value) }
        checkCount(ways, reader, into: &diagnostics)
        if !ways.contains(.call), let (key, _) = reader.entry("with") {
            diagnostics.report(
                .misplacedKey,
                at: key.span,
                "`with` stands beside `call` only"
            )
        }
        guard let way = ways.first else {
            guard reader.has("then") else { return .end(.reported(at: reader.place)) }
            return .then(
                reader.text("then", into: &diagnostics) ?? .reported(at: reader.place)
            )
        }
        return exit(way, reader, into: &diagnostics)
    }

    private static func checkCount(
        _ ways: [Way],
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) {
        var counted: [String] = ways.map(\.rawValue)
        if ways.contains(.choose), let match = counted.firstIndex(of: Way.match.rawValue) {
            counted.remove(at: match)
        }
        let hasExtraThen = reader.has("then") && !(ways.contains { $0.continues })
        if hasExtraThen { counted.append("then") }
        if counted.isEmpty {
            diagnostics.report(
                .exitCount,
                at: reader.place,
                "\(reader.what) has no way on",
                help: "add `then`, `end`, `choose`, `match`, `ask`, `when`, `call`, `random` "
                    + "or `wait`"
            )
        } else if counted.count > 1 {
            let extra = reader.entry(counted[1])?.key.span ?? reader.place
            diagnostics.report(
                .exitCount,
                at: extra,
                "\(reader.what) has \(counted.count) ways on: \(counted.quotedList("and"))",
                help: hasExtraThen ? ways.first?.help : "keep one of them"
            )
        }
    }

    private static func exit(
        _ way: Way,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> ExitSyntax {
        switch way {
        case .end: end(reader, into: &diagnostics)
        case .choose, .match:
            .choose(
                choices: ChoiceParser.choices(reader, into: &diagnostics),
                patterns: ChoiceParser.patterns(reader, into: &diagnostics)
            )
        case .ask:
            .ask(
                slot: text("ask", reader, into: &diagnostics),
                then: next(after: way, reader, into: &diagnostics)
            )
        case .when:
            .when(
                branches: branches(reader, into: &diagnostics),
                otherwise: next(after: way, reader, into: &diagnostics)
            )
        case .call: .call(CallParser.call(reader, into: &diagnostics))
        case .random: .random(targets(reader, into: &diagnostics))
        case .wait: wait(reader, into: &diagnostics)
        }
    }

    private static func end(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> ExitSyntax {
        let outcome = text("end", reader, into: &diagnostics)
        if !outcome.value.isEmpty { Name.check(outcome, "outcome", into: &diagnostics) }
        return .end(outcome)
    }

    private static func wait(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> ExitSyntax {
        let then = next(after: .wait, reader, into: &diagnostics)
        guard let period = reader.period("wait", into: &diagnostics) else { return .then(then) }
        return .wait(period, then: then)
    }

    private static func branches(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [BranchSyntax] {
        guard let node = reader.entry("when")?.value,
            let entries = MappingReader.entries(node, "`when`", into: &diagnostics)
        else { return [] }
        if entries.isEmpty {
            diagnostics.report(.missingKey, at: node.span, "`when` has no condition")
        }
        return entries.compactMap { key, value in
            let condition = ExpressionParser.parse(key, into: &diagnostics)
            guard let target = MappingReader.text(value, "a way on", into: &diagnostics),
                let condition
            else { return nil }
            return BranchSyntax(condition: condition, target: target)
        }
    }

    private static func targets(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [WeightedTargetSyntax] {
        guard let node = reader.entry("random")?.value else { return [] }
        let targets: [WeightedTargetSyntax]
        switch node {
        case .mapping(let entries, _):
            targets = entries.compactMap { key, value in
                MappingReader.number(
                    value,
                    "the weight of \(key.value.quoted)",
                    weights,
                    into: &diagnostics
                ).map { WeightedTargetSyntax(target: key, weight: $0) }
            }
            if !entries.isEmpty { return targets }
        case .sequence(let nodes, _):
            targets = nodes.compactMap { node in
                MappingReader.text(node, "an entry of `random`", into: &diagnostics)
                    .map { WeightedTargetSyntax(target: $0, weight: weights.lowerBound) }
            }
            if !nodes.isEmpty { return targets }
        case .scalar:
            diagnostics.report(
                .wrongKind,
                at: node.span,
                "`random` must be a list of steps, not \(node.kindName)",
                help: "write `[one-step, other-step]` or `{one-step: 3, other-step: 1}`"
            )
            return []
        }
        diagnostics.report(.missingKey, at: node.span, "`random` names no step")
        return []
    }

    private static func text(
        _ name: String,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> Located<String> {
        reader.text(name, into: &diagnostics)
            ?? .reported(at: reader.entry(name)?.key.span ?? reader.place)
    }

    private static func next(
        after way: Way,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> Located<String> {
        let place = reader.entry(way.rawValue)?.key.span ?? reader.place
        guard reader.has("then") else {
            diagnostics.report(
                .missingKey,
                at: place,
                "`\(way.rawValue)` needs a `then` beside it",
                help: way == .when ? "it says where to go when nothing is true" : nil
            )
            return .reported(at: place)
        }
        return reader.text("then", into: &diagnostics) ?? .reported(at: place)
    }
}

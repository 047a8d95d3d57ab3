import Clocks
import FlowProgram

/// Reads `opt-out:` of `parley.yaml`: one scope, or several with the days they hold from.
enum OptOutParser {
    private static let keys: [String] = ["from", "scope"]

    /// What can be read of it; whatever cannot leaves the policy that ends everything.
    static func policy(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> OptOutPolicy {
        guard let (key, node) = reader.entry("opt-out") else { return .everything }
        guard case .sequence(let nodes, _) = node else {
            let rule = rule(node, place: key.span, into: &diagnostics)
            return OptOutPolicy(rules: rule.map { [$0.value] } ?? [])
        }
        if nodes.isEmpty {
            diagnostics.report(.missingKey, at: node.span, "`opt-out` has no rule")
        }
        let rules = nodes.compactMap { rule($0, place: $0.span, into: &diagnostics) }
        for (earlier, later) in zip(rules, rules.dropFirst()) {
            checkOrder(of: later, after: earlier.value, into: &diagnostics)
        }
        return diagnostics.hasErrors ? .everything : OptOutPolicy(rules: rules.map(\.value))
    }

    private static func rule(
        _ node: YAMLNode,
        place: SourceSpan,
        into diagnostics: inout Diagnostics
    ) -> Located<OptOutPolicy.Rule>? {
        guard
            let reader = MappingReader(
                node,
                "`opt-out`",
                known: keys,
                place: place,
                into: &diagnostics
            )
        else { return nil }
        if !reader.has("scope") { reader.reportMissing("scope", into: &diagnostics) }
        let scope = reader.word("scope", OptOutPolicy.Scope.self, into: &diagnostics)
        let from = reader.text("from", into: &diagnostics)
        let day = from.flatMap { CalendarDate($0.value) }
        if let from, day == nil {
            diagnostics.report(
                .invalidValue,
                at: from.span,
                "\(from.value.quoted) is not a date",
                help: "write it as `2027-01-31`"
            )
            return nil
        }
        guard let scope else { return nil }
        return Located(OptOutPolicy.Rule(from: day, scope: scope.value), from?.span ?? place)
    }

    private static func checkOrder(
        of rule: Located<OptOutPolicy.Rule>,
        after earlier: OptOutPolicy.Rule,
        into diagnostics: inout Diagnostics
    ) {
        guard let day = rule.value.from else {
            diagnostics.report(
                .missingKey,
                at: rule.span,
                "only the first rule of `opt-out` can do without `from`",
                help: "say from which day it holds"
            )
            return
        }
        guard let before = earlier.from, before >= day else { return }
        diagnostics.report(
            .invalidValue,
            at: rule.span,
            "the rule before holds from \(before.text.quoted), which is no earlier",
            help: "put the rules in the order of their dates"
        )
    }
}

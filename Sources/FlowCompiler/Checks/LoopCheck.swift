import FlowProgram

/// Reports flows that could run for ever within one turn.
///
/// `recursive-call`: flows that call each other in a circle, at the call that closes it.
/// `loop-without-wait`: steps that lead back to themselves without waiting for the contact, also
/// through a called flow that can end without waiting. A condition on the way is no excuse: what
/// it depends on may never change within the turn. `limit-exceeded`: calls nested too deep.
struct LoopCheck {
    private let symbols: SymbolTable
    /// For each flow the outcomes it can end with before it ever waits.
    private var immediateOutcomes: [Set<String>]
    private var depths: [Int]

    static func run(_ symbols: SymbolTable, _ diagnostics: inout Diagnostics) {
        var check = LoopCheck(symbols)
        let calls = symbols.callGraph
        let components = GraphComponents(calls)
        // A part's number is greater than those it leads to: called flows come first.
        for members in components.members {
            if let flow = members.first, members.count > 1 || calls[flow].contains(flow) {
                check.recursion(members, &diagnostics)
            }
            for flow in members.map({ symbols.flows[$0] }) where flow.isSound {
                check.flow(flow, &diagnostics)
            }
        }
    }

    private init(_ symbols: SymbolTable) {
        self.symbols = symbols
        immediateOutcomes = Array(repeating: [], count: symbols.flows.count)
        depths = Array(repeating: 1, count: symbols.flows.count)
    }

    private func recursion(_ members: [Int], _ diagnostics: inout Diagnostics) {
        let circle = Set(members.map { symbols.flows[$0].name })
        for member in members {
            let flow = symbols.flows[member]
            for step in flow.syntax.steps {
                guard let call = step.call, circle.contains(call.flow.value) else { continue }
                let others = members.map { symbols.flows[$0].name }
                diagnostics.report(
                    .recursiveCall,
                    at: call.flow.span,
                    members.count == 1
                        ? "\(flow.name.quoted) calls itself"
                        : "\(others.quotedList("and")) call each other in a circle",
                    help: "go back with `end` and let the caller go on"
                )
                return
            }
        }
    }

    private mutating func flow(_ flow: FlowSymbols, _ diagnostics: inout Diagnostics) {
        depth(of: flow, &diagnostics)
        let edges = flow.syntax.steps.map { step in
            immediateTargets(of: step).compactMap { flow.steps[$0.value]?.value }
        }
        let components = GraphComponents(edges)
        for members in components.members {
            guard let first = members.first, members.count > 1 || edges[first].contains(first)
            else { continue }
            let names = Self.circle(from: first, edges, components).map { step in
                flow.syntax.steps[step].name.value
            }
            diagnostics.report(
                .loopWithoutWait,
                at: flow.syntax.steps[first].name.span,
                "\((names + names.prefix(1)).map(\.quoted).joined(separator: " → ")) "
                    + "goes round without waiting",
                help: "let one of them wait for the contact, or end"
            )
        }
        immediateOutcomes[flow.index.value] = outcomesBeforeWaiting(flow, edges)
    }

    /// A shortest circle through `start` inside its part of the graph.
    private static func circle(
        from start: Int,
        _ edges: [[Int]],
        _ components: GraphComponents
    ) -> [Int] {
        let part = components.componentOf[start]
        var previous: [Int: Int] = [:]
        var queue = [start]
        var head = 0
        while head < queue.count {
            let step = queue[head]
            head += 1
            for target in edges[step] where components.componentOf[target] == part {
                if target == start {
                    var circle = [step]
                    while let last = circle.last, last != start, let before = previous[last] {
                        circle.append(before)
                    }
                    return circle.reversed()
                }
                if previous[target] == nil {
                    previous[target] = step
                    queue.append(target)
                }
            }
        }
        return [start]
    }

    /// Where a step can go within the same turn.
    private func immediateTargets(of step: StepSyntax) -> [Located<String>] {
        switch step.exit {
        case .choose, .ask, .wait, .end: return []
        case .then, .when, .random: return step.exit.targets
        case .call(let call):
            guard let callee = symbols.flow(named: call.flow.value) else { return [] }
            let ended = immediateOutcomes[callee.index.value]
            switch call.continuation {
            case .always(let target): return ended.isEmpty ? [] : [target]
            case .byOutcome(let cases, _):
                return cases.filter { ended.contains($0.outcome.value) }.map(\.target)
            }
        }
    }

    private func outcomesBeforeWaiting(_ flow: FlowSymbols, _ edges: [[Int]]) -> Set<String> {
        var reached: Set<Int> = []
        var outcomes: Set<String> = []
        var open: [Int] = edges.isEmpty ? [] : [0]
        while let step = open.popLast() {
            guard reached.insert(step).inserted else { continue }
            if case .end(let outcome) = flow.syntax.steps[step].exit {
                outcomes.insert(outcome.value)
            }
            open += edges[step]
        }
        return outcomes
    }

    private mutating func depth(of flow: FlowSymbols, _ diagnostics: inout Diagnostics) {
        for step in flow.syntax.steps {
            guard let call = step.call, let callee = symbols.flow(named: call.flow.value) else {
                continue
            }
            let depth = depths[callee.index.value] + 1
            // Only the flow that goes one too deep is reported, not all its callers.
            if depth == Limits.callDepth + 1 {
                diagnostics.report(
                    .limitExceeded,
                    at: call.flow.span,
                    "calls go more than \(Limits.callDepth) deep from here"
                )
            }
            depths[flow.index.value] = max(depths[flow.index.value], depth)
        }
    }
}

extension SymbolTable {
    /// For each flow the flows it calls.
    var callGraph: [[Int]] {
        flows.map { flow in
            flow.syntax.steps.compactMap { step in
                step.call.flatMap { flowIndices[$0.flow.value]?.value }
            }
        }
    }
}

/// How a run is asked for.
package struct SoundnessOptions: Sendable {
    /// Drawn workspaces that compile.
    package var flows: Int
    package var conversationsPerFlow: Int
    package var seed: UInt64
    /// Situations the checker looks at through each lens; a flow with more is left undecided.
    package var limit: Int
    package var workers: Int
    /// One workspace only, by its number: to look at a refutation again.
    package var only: Int?

    package static let usage = """
        usage: parley-soundness [--flows N] [--conversations-per-flow M] [--seed S] [--limit L]
                                [--workers W] [--only NUMBER]
        """

    package struct Problem: Error, CustomStringConvertible {
        package let description: String
    }

    package init(
        flows: Int = 10_000,
        conversationsPerFlow: Int = 20,
        seed: UInt64 = 1,
        limit: Int = 20_000,
        workers: Int = 2
    ) {
        self.flows = flows
        self.conversationsPerFlow = conversationsPerFlow
        self.seed = seed
        self.limit = limit
        self.workers = workers
    }

    package init(_ arguments: [String]) throws(Problem) {
        self.init()
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--flows": flows = try Self.number(of: name, &rest, from: 1)
            case "--conversations-per-flow":
                conversationsPerFlow = try Self.number(of: name, &rest, from: 1)
            case "--seed": seed = UInt64(try Self.number(of: name, &rest, from: 0))
            case "--limit": limit = try Self.number(of: name, &rest, from: 1)
            case "--workers": workers = try Self.number(of: name, &rest, from: 1)
            case "--only": only = try Self.number(of: name, &rest, from: 0)
            default:
                throw Problem(description: "`\(name)` is no option of this\n\(Self.usage)")
            }
        }
    }

    private static func number(
        of name: String,
        _ rest: inout ArraySlice<String>,
        from least: Int
    ) throws(Problem) -> Int {
        guard let text = rest.popFirst() else {
            throw Problem(description: "`\(name)` wants a number\n\(usage)")
        }
        guard let number = Int(text), number >= least else {
            throw Problem(description: "`\(name)` wants a number from \(least), not `\(text)`")
        }
        return number
    }
}

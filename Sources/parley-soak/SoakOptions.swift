/// How a run is asked for.
struct SoakOptions {
    var conversations = 100_000
    var seed: UInt64 = 1
    var workers = 2
    var isJSON = false
    var workspace = "."
    /// One conversation only, by its number: to look at a breach again.
    var only: Int?
    /// A run that is cut short, or watches one thing, need not have met everything.
    var allowsGaps = false

    static let usage = """
        usage: parley-soak [--conversations N] [--seed S] [--workers W] [--workspace FOLDER]
                           [--only NUMBER] [--allow-gaps] [--json]
        """

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: [String]) throws(Problem) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--json": isJSON = true
            case "--allow-gaps": allowsGaps = true
            case "--workspace": workspace = try Self.value(of: name, &rest)
            case "--conversations": conversations = try Self.number(of: name, &rest, from: 1)
            case "--workers": workers = try Self.number(of: name, &rest, from: 1)
            case "--only": only = try Self.number(of: name, &rest, from: 0)
            case "--seed":
                seed = UInt64(try Self.number(of: name, &rest, from: 0))
            default:
                throw Problem(description: "`\(name)` is no option of this\n\(Self.usage)")
            }
        }
    }

    private static func value(
        of name: String,
        _ rest: inout ArraySlice<String>
    ) throws(Problem) -> String {
        guard let value = rest.popFirst() else {
            throw Problem(description: "`\(name)` wants a value\n\(usage)")
        }
        return value
    }

    private static func number(
        of name: String,
        _ rest: inout ArraySlice<String>,
        from least: Int
    ) throws(Problem) -> Int {
        let text = try value(of: name, &rest)
        guard let number = Int(text), number >= least else {
            throw Problem(description: "`\(name)` wants a number from \(least), not `\(text)`")
        }
        return number
    }
}

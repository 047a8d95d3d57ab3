import FlowCompiler

/// Workspaces with a drawn flow: steps of every kind, leading anywhere.
enum RandomWorkspace {
    /// How many there are in a run.
    static let count = 24
    /// Drafts that may fail to compile before the next number is tried.
    private static let drafts = 60

    static func some(seed: UInt64) -> [SoakWorkspace] {
        (0..<count).compactMap { number in
            var random = SeededGenerator(seed: seed, number: number &+ 1_000_003)
            for _ in 0..<drafts {
                let flow = draw(&random)
                // Most drafts have a mistake that the compiler names; the next one is drawn.
                if let workspace = try? make("drawn-\(number)", flow) { return workspace }
            }
            return nil
        }
    }

    private static func make(
        _ name: String,
        _ flow: String
    ) throws(SoakWorkspace.Problem) -> SoakWorkspace {
        try SoakWorkspace(name, sources(flow, version: "1"), sources(flow, version: "2"))
    }

    private static func sources(_ flow: String, version: String) -> WorkspaceSources {
        var files = [
            SourceFile(
                path: "parley.yaml",
                text: HostileWorkspace.settings(version, flow: "drawn")
            ),
            SourceFile(path: "locales/en.yaml", text: HostileWorkspace.english(version)),
            SourceFile(path: "locales/de.yaml", text: HostileWorkspace.german(version)),
            SourceFile(path: "flows/drawn.yaml", text: flow),
        ]
        for (name, text) in HostileFlows.politeCommands.sorted(by: { $0.key < $1.key }) {
            files.append(SourceFile(path: "flows/\(name).yaml", text: text))
        }
        return WorkspaceSources(files: files)
    }

    private static func draw(_ random: inout SeededGenerator) -> String {
        let count = 5 + random.below(7)
        var lines = ["flow: drawn", "starts-with: [hello]", "steps:"]
        for place in 0..<count {
            // The chain goes through all of them, so that none is unreachable.
            let next = "s\(min(place + 1, count - 1))"
            let body =
                place == count - 1
                ? "{ end: over }"
                : step(next: next, count: count, &random)
            lines.append("  s\(place): \(body)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func step(
        next: String,
        count: Int,
        _ random: inout SeededGenerator
    ) -> String {
        let purpose = random.pick(["news", "alerts"])
        let notice = purpose == "news" ? "privacy" : "terms"
        let anywhere = "s\(random.below(count))"
        let text = "{ en: Text \(random.below(99))., de: Wort \(random.below(99)). }"
        switch random.below(12) {
        case 0: return "{ say: \(text), for: \(purpose), then: \(next) }"
        case 1: return "{ request: \(purpose), then: \(next) }"
        case 2:
            return "{ \(random.pick(["decline", "withdraw", "lapse"])): \(purpose), then: \(next) }"
        case 3:
            let state = random.pick(["given", "requested", "unknown"])
            return "{ when: { consent(\(purpose)) == \"\(state)\": \(anywhere) }, then: \(next) }"
        case 4: return "{ wait: \(random.pick(["2 hours", "1 day", "4 days"])), then: \(next) }"
        case 5: return "{ random: { \(next): 2, \(anywhere): 1 } }"
        case 6, 7:
            return question(
                asks: "say: \(text)",
                first: "{ request: \(purpose), then: \(next) }",
                second: "{ decline: \(purpose), then: \(anywhere) }",
                names: [purpose, "decline"],
                late: anywhere,
                &random
            )
        case 8: return "{ notice: \(notice), then: \(next) }"
        default:
            return question(
                asks: "notice: \(notice)",
                first: "{ confirm: \(purpose), then: \(next) }",
                second: "{ withdraw: \(random.pick([purpose, "all"])), then: \(next) }",
                names: ["agree", "decline"],
                late: anywhere,
                &random
            )
        }
    }

    private static func question(
        asks: String,
        first: String,
        second: String,
        names: [String],
        late: String,
        _ random: inout SeededGenerator
    ) -> String {
        let period = random.pick(["1 hour", "20 hours", "3 days"])
        let times = 1 + random.below(3)
        return """
            { \(asks), choose: { \(names[0]): \(first), \(names[1]): \(second) }, \
            unclear: { times: \(times), then: \(late) }, after: { \(period): \(late) } }
            """
    }
}

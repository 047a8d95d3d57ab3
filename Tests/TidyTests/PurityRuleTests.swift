import Testing

/// The pure ring gets time and randomness as arguments, and does nothing to the world.
struct PurityRuleTests {
    @Test func `a pure module asks neither the clock nor chance nor the world`() throws {
        let rule = PurityRule.violations
        let impure = [
            "let start = Date()", "let start = ContinuousClock.now", "wait(until: .now)",
            "let start = ContinuousClock().now", "let id = UUID()", "let n = Int.random(in: 0..<9)",
            "let n: Int = .random(in: 0..<9)",
            "let first = list.shuffled()", "var g = SystemRandomNumberGenerator()",
            "func load() async {}", "let x = await y", "Task { }", "let f = FileManager.default",
            "let e = ProcessInfo.processInfo", "print(text)", "let home = getenv(name)",
        ]
        for code in impure { expectCaught(code, by: rule) }
        let pure = [
            "let start = context.now", "let n = Int.random(in: 0..<9, using: &generator)",
            "/// Never `async`.", "let text = \"Date() in a text\"", "list.print()",
            "func print(_ text: String) {}", "let date = Date(day: 1)",
            "case .random(let weights): use(weights)", "enum Task {}",
        ]
        for code in pure { expectAllowed(code, by: rule) }
        expectAllowed("Task { }", in: "Sources/ConversationRuntime/Sample.swift", by: rule)
        expectAllowed(
            "var g = SystemRandomNumberGenerator()",
            in: "Sources/Encryption/Sample.swift",
            by: rule
        )
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }
}

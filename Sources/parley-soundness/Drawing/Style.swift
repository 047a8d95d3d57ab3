/// What the flows of one drawn workspace have in common: the draws, the purposes, the manners.
struct Style {
    var chance: Chance
    let purposes: [String]
    /// How often, in a hundred, a flow does what it ought not to.
    private let rudeness: Int
    private let minimumAge: Bool

    static let notices = ["news": "privacy", "alerts": "terms"]
    /// Around the windows a channel and a request may have.
    static let periods = [
        "10 minutes", "30 minutes", "1 hour", "3 hours", "20 hours", "1 day", "3 days",
    ]

    init(seed: UInt64, number: Int) {
        var chance = Chance(seed: seed, number: number)
        purposes = chance.happens(45) ? ["news"] : ["news", "alerts"]
        rudeness = chance.pick([0, 3, 3, 10, 35])
        minimumAge = chance.happens(8)
        self.chance = chance
    }

    /// Whether what comes next is against the rules.
    mutating func isRude() -> Bool { chance.happens(rudeness) }

    var asksForAge: Bool { minimumAge }

    /// The workspace's `parley.yaml`.
    mutating func settings() -> String {
        var lines = [
            "controller: { name: Example, address: Street 1, contact: a@example.com, country: DE }",
            "locales: [en]",
            "purposes:",
        ]
        for purpose in purposes { lines.append("  \(purpose): { \(rules(of: purpose)) }") }
        lines.append("notices: { privacy: { version: 1 }, terms: { version: 1 } }")
        let window = chance.pick(["", "", "30 minutes", "2 hours", "24 hours", "24 hours"])
        let kept = chance.happens(8) ? "true" : "false"
        let channel = "provider: test, flow: main, quiet-hours: \(kept)"
        lines.append(
            "channels: { chat: { \(channel)\(window.isEmpty ? "" : ", window: \(window)") } }"
        )
        if chance.happens(10) { lines.append("opt-out: { scope: answered }") }
        if chance.happens(15) {
            lines.append("retention: { session-idle: \(chance.pick(["2 days", "10 days"])) }")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func rules(of purpose: String) -> String {
        var rules = [
            "opt-in: \(chance.pick(["double", "double", "single"]))",
            "notice: \(Self.notices[purpose] ?? "privacy")",
            "confirm-within: "
                + chance.pick(["30 minutes", "2 hours", "24 hours", "24 hours", "3 days"]),
            "ask-again-after: \(chance.pick(["1 hour", "1 day", "30 days", "6 months"]))",
        ]
        let lapse = chance.pick(["", "", "3 hours", "2 days", "20 days", "24 months"])
        if !lapse.isEmpty { rules.append("lapses-after: \(lapse)") }
        if chance.happens(20) { rules.append("marketing: true") }
        if minimumAge, purpose == "news" { rules.append("minimum-age: 16") }
        return rules.joined(separator: ", ")
    }
}

// The kinds of blocks.
extension DrawnFlow {
    private enum Block: CaseIterable {
        case optIn, send, menu, wait, ask, branch, lots, act, call, burst, exercise, say

        /// How often it is drawn.
        var weight: Int {
            switch self {
            case .optIn: 5
            case .send, .menu: 4
            case .branch: 6
            case .ask: 3
            case .wait, .act, .call: 2
            case .lots, .burst, .exercise, .say: 1
            }
        }
    }

    /// Messages of which no turn may say as many.
    static let tooMany = 9

    private static let blocks = Block.allCases.flatMap { block in
        Array(repeating: block, count: block.weight)
    }

    mutating func draw(_ name: String, then next: String, _ style: inout Style) {
        let purpose = purpose(&style)
        switch style.chance.pick(Self.blocks) {
        case .optIn: optIn(name, purpose, then: next, &style)
        case .send: send(name, purpose, then: next, &style)
        case .menu: menu(name, purpose, then: next, &style)
        case .wait: add(name, "{ wait: \(style.chance.pick(Style.periods)), then: \(next) }")
        case .ask: ask(name, then: next, &style)
        case .branch: branch(name, purpose, then: next, &style)
        case .lots: lots(name, then: next, &style)
        case .act:
            let act =
                style.isRude()
                ? "request" : style.chance.pick(["decline", "withdraw", "lapse", "lapse"])
            add(name, "{ \(act): \(purpose), then: \(next) }")
        case .call:
            guard let callee else { return say(name, then: next, &style) }
            add(name, "{ call: \(callee), with: { purpose: \(purpose) }, then: \(next) }")
        case .burst:
            let count = style.isRude() ? Self.tooMany : 2 + style.chance.below(3)
            burst(name, of: count, then: next, &style)
        case .exercise:
            let right = style.chance.pick(["objection", "restriction", "access"])
            guard style.chance.happens(25) else { return say(name, then: next, &style) }
            add(name, "{ exercise: \(right), say: \(text(&style)), then: \(next) }")
        case .say: say(name, then: next, &style)
        }
    }

    private mutating func say(_ name: String, then next: String, _ style: inout Style) {
        add(name, "{ say: \(text(&style)), then: \(next) }")
    }

    /// A message for a purpose, where it is agreed to; perhaps after a question, or regardless.
    private mutating func send(
        _ name: String,
        _ purpose: String,
        then next: String,
        _ style: inout Style
    ) {
        var place = name
        if !style.isRude() {
            place = further("send")
            let guarded = "consent(\(purpose)) == \"given\": \(place)"
            add(name, "{ when: { \(guarded) }, then: \(next) }")
        }
        if style.isRude() {
            let due = further("due")
            let choices = [("more", due), ("back", next)]
            question(place, "say: \(text(&style))", choices, late: next, &style)
            place = due
        }
        add(place, "{ say: \(text(&style)), for: \(purpose), then: \(next) }")
    }

    private mutating func menu(
        _ name: String,
        _ purpose: String,
        then next: String,
        _ style: inout Style
    ) {
        var choices = [("more", next), ("back", anywhere(&style))]
        if style.chance.happens(30) {
            let act = style.chance.pick(["decline", "withdraw"])
            choices.append(("decline", "{ \(act): \(purpose), then: \(anywhere(&style)) }"))
        } else if style.chance.happens(10) {
            choices.append(("decline", "{ withdraw: all, then: \(next) }"))
        }
        var late = anywhere(&style)
        if style.chance.happens(20) {
            late = further("nag")
            add(late, "{ say: \(text(&style)), then: \(name) }")
        }
        question(name, "say: \(text(&style))", choices, late: late, &style)
    }

    private mutating func lots(_ name: String, then next: String, _ style: inout Style) {
        let other = later(&style)
        guard other != next else { return say(name, then: next, &style) }
        add(name, "{ random: { \(next): \(1 + style.chance.below(3)), \(other): 1 } }")
    }

    /// Some messages at once.
    mutating func burst(
        _ name: String,
        of count: Int,
        then next: String,
        _ style: inout Style
    ) {
        var place = name
        for number in 1...count {
            let target = number < count ? further("more") : next
            add(place, "{ say: \(text(&style)), then: \(target) }")
            place = target
        }
    }
}

import ByteCoding
import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import Testing

/// Steps through a program at random, from a seed.
struct SessionWalk {
    private var state: UInt64
    private let words: [String]

    init(seed: UInt64, program: Program) {
        state = seed
        var words: [String] = [
            "", "??", "123456", "7", "2026-03-01", "Ann", "yes", "no", "\u{202E}x",
        ]
        for flow in program.flows {
            for step in flow.steps {
                guard case .reply(let menu) = step.exit else { continue }
                words += menu.choices.map(\.name)
            }
        }
        self.words = words
    }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    /// One more turn of any kind.
    mutating func turn(_ talk: inout Talk) throws {
        guard talk.session != nil else { return try talk.start("main", seed: UInt64(next(1000))) }
        switch next(10) {
        case 0: try talk.interrupt(with: next(2) == 0 ? "help" : "goodbye")
        case 1: try talk.pass(["1 hour", "20 hours", "1 day", "3 days", "31 days"][next(5)])
        case 2: try talk.reply(.unreadable)
        case 3...5: try talk.write(words[next(words.count)])
        default: try talk.tap(words[next(words.count)])
        }
    }

    /// A program of the usual shape, with every kind of wait.
    static func program() throws -> Program {
        try FlowFixture.program([main, FlowFixture.optIn, help])
    }

    static let help = """
        flow: help
        command: help
        steps:
          help:
            say: { en: What about? }
            choose: { right: { end: helped } }
            after: { 1 day: over }
          over: { end: helped }
        """

    static let main = """
        flow: main
        slots:
          name: { type: text, max: 40, personal: true, keep: 30 days }
          born: { type: date }
          n: { type: number, min: 1, max: 14 }
          sure: { type: yes-no }
          order: { type: text, max: 8 }
        steps:
          opt-in:
            call: opt-in
            with: { purpose: newsletter }
            then: { given: ask-name, refused: menu, lapsed: menu }
          ask-name: { ask: name, say: { en: Name? }, unclear: { skip: true }, then: ask-born }
          ask-born:
            ask: born
            say: { en: Born? }
            unclear: { times: 1, skip: true }
            then: ask-sure
          ask-sure:
            ask: sure
            say: { en: Sure? }
            after: { 1 day: menu }
            unclear: { then: menu }
            then: known
          known:
            when:
              sure && has(born): greet
            then: menu
          greet: { say: { en: "{name}, {born, date, short}" }, for: newsletter, then: draw }
          draw: { random: { menu: 2, pause: 1 } }
          pause: { wait: 20 hours, then: menu }
          menu:
            say: { en: What next? }
            choose: { left: ask-n, right: opt-in, large: { withdraw: newsletter, then: opt-in } }
            match: { "(?<order>[0-9]{6,8})": status }
            unclear: { times: 2, then: gone }
            after: { 20 hours: remind, 3 days: gone }
          remind: { call: help, then: menu }
          status: { say: { en: "Order {order}" }, then: menu }
          ask-n:
            ask: n
            say: { en: How many? }
            unclear: { times: 1, then: menu }
            then: counted
          counted: { say: { en: "{n, plural, one {# day} other {# days}}" }, then: menu }
          gone: { end: gone }
        """
}

import Clocks
import Consent

/// SplitMix64 (Steele, Lea and Flood, 2014): the same steps on every machine.
struct ConsentLedgerDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Two contacts whose ledgers and facts live through the same random history.
struct ConsentLedgerRandomWorld {
    typealias Situation = ConsentLedgerSituation

    /// One contact, as the ledger has it and as the facts have it.
    struct Contact {
        var ledger = ConsentLedger()
        var facts = ConsentLedgerFacts()
    }

    /// What may happen, and how often.
    private enum Event: CaseIterable {
        case turn, wait, show, request, confirm, otherAct, stop, sweep, changeHands, age, merge
        case inherit, replace, newNotice, doubt, use, takeBack
        /// What somebody does who wants to consent.
        case optIn

        var weight: Int {
            switch self {
            case .optIn: 50
            case .confirm, .request: 12
            case .otherAct: 9
            case .show, .wait: 8
            case .merge: 5
            case .turn, .takeBack, .age, .sweep: 4
            case .stop, .changeHands, .inherit, .replace, .newNotice, .doubt, .use: 1
            }
        }

        static let bag = allCases.flatMap { Array(repeating: $0, count: $0.weight) }
    }

    private(set) var contacts = [Contact(), Contact()]
    private(set) var now = Situation.now
    /// How often consent was given, given again, or refused to a confirmation.
    private(set) var tally: [String: Int] = [:]
    /// The last steps, for whoever has to find out what went wrong.
    private(set) var trace: [String] = []
    private var turn: UInt64 = 1
    private var version = 1
    private var focus = ConsentKey(PurposeID("newsletter"), on: "sms")
    private var dice: ConsentLedgerDice

    static let channels = ["sms", "mail"]

    init(seed: UInt64) { dice = ConsentLedgerDice(seed: seed) }

    private var notice: NoticeVersion { NoticeVersion(name: "privacy", version: "\(version)") }

    var laws: [Purpose] {
        [
            Situation.purpose(PurposeID("newsletter"), notice: notice, lapsesAfter: .days(40)),
            Situation.purpose(PurposeID("tips"), optIn: .single, notice: notice),
            Situation.purpose(
                PurposeID("games"),
                optIn: .single,
                notice: notice,
                minimumAge: 16,
                onNewNotice: .renew
            ),
        ]
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(dice.next() % UInt64(elements.count))]
    }

    /// One more thing happens; says to which contact.
    mutating func step() -> Int {
        let index = pick([0, 0, 0, 1])
        let event = pick(Event.bag)
        if pick([true, false, false]) { turn += 1 }
        if pick([true, false, false, false, false, false]) {
            focus = ConsentKey(pick(laws).id, on: pick(Self.channels))
        }
        trace.append("\(index): \(event) \(focus.purpose) \(focus.channel) turn \(turn)")
        happen(event, to: index)
        return index
    }

    private mutating func happen(_ event: Event, to index: Int) {
        switch event {
        case .turn: turn += 1
        case .wait: wait()
        case .newNotice: version += 1
        case .show: show(to: index)
        case .optIn: optIn(index)
        case .request: act(.request, index)
        case .confirm: act(.confirm, index)
        case .takeBack: act(pick([.withdraw, .decline]), index)
        case .otherAct: act(pick(ConsentAct.allCases), index)
        case .stop:
            let context = context()
            _ = contacts[index].ledger.withdrawAll(laws, in: context)
            contacts[index].facts.stop(laws, context)
        case .sweep:
            _ = contacts[index].ledger.expire(laws, at: now)
            contacts[index].facts.sweep(laws, at: now)
        case .changeHands:
            _ = contacts[index].ledger.invalidateAll(at: now)
            contacts[index].facts.changeHands()
        case .age:
            let years = pick([-1, 12, 15, 16, 16, 17, 40])
            grow(index, to: years)
        case .merge: merge(contacts[1 - index], into: index)
        case .inherit:
            var said = contacts[1 - index]
            said.ledger = said.ledger.inheritance
            said.facts = said.facts.inheritance
            merge(said, into: index)
        case .replace:
            contacts[index].ledger = contacts[index].ledger.inheritance
            contacts[index].facts = contacts[index].facts.inheritance
        case .doubt:
            contacts[index].ledger.isOptOutPending = true
            contacts[index].facts.isPending = true
        case .use: contacts[index].ledger.recordUse(of: focus, at: now)
        }
    }

    private mutating func wait() {
        let hour: Int64 = 3_600_000
        let day = 24 * hour
        let length = pick([1, 1, hour, hour, day - 1, day, day + 1, 40 * day, 200 * day])
        now = Timestamp(milliseconds: now.milliseconds + length)
    }

    private mutating func context() -> ActContext {
        ActContext(
            now: now,
            turn: turn,
            channel: focus.channel,
            locale: pick(["de", "de", "de", "de", "de", "en"]),
            certainty: pick([.button, .button, .button, .exactWord, .inexact, .noReply]),
            origin: pick([.contact, .contact, .contact, .controller])
        )
    }

    /// The next of the steps that lead to consent, as the contact would take them.
    private mutating func optIn(_ index: Int) {
        let context = Situation.act(at: now, turn: turn, on: focus.channel)
        let facts = contacts[index].facts
        if facts.age == nil, pick([true, false]) {
            grow(index, to: 16)
        } else if !facts.wasShown(notice, context) {
            show(notice, "de", to: index)
            turn += 1
        } else {
            act(facts.state(focus) == .requested ? .confirm : .request, index, context)
            turn += 1
        }
    }

    private mutating func grow(_ index: Int, to years: Int) {
        _ = contacts[index].ledger.recordAge(years: years, laws, at: now)
        contacts[index].facts.grow(to: years, laws, at: now)
    }

    private mutating func show(to index: Int) {
        let old = NoticeVersion(name: "privacy", version: "0")
        let notice = pick([notice, notice, notice, notice, old])
        show(notice, pick(["de", "de", "de", "de", "de", "en"]), to: index)
    }

    private mutating func show(_ notice: NoticeVersion, _ locale: String, to index: Int) {
        let shown = ShownNotice(
            notice: notice,
            locale: locale,
            channel: focus.channel,
            turn: turn,
            at: now
        )
        contacts[index].ledger.recordShown(shown)
        contacts[index].facts.add(.shown(shown))
    }

    private mutating func act(_ act: ConsentAct, _ index: Int) {
        self.act(act, index, context())
    }

    private mutating func act(_ act: ConsentAct, _ index: Int, _ context: ActContext) {
        guard let law = laws.first(where: { $0.id == focus.purpose }) else { return }
        switch contacts[index].ledger.perform(act, for: law, in: context) {
        case .success(let changes):
            for change in changes { tally[change.to.rawValue, default: 0] += 1 }
        case .failure(let refused): tally[refused.reason.rawValue, default: 0] += 1
        }
        contacts[index].facts.perform(act, law, context)
    }

    private mutating func merge(_ other: Contact, into index: Int) {
        let context = context()
        let changes = contacts[index].ledger.merge(other.ledger, laws, in: context)
        contacts[index].facts.merge(other.facts, laws, context)
        if changes.contains(where: { $0.to.isValid }) { tally["merged", default: 0] += 1 }
    }

    /// In what a ledger and the facts differ, if they do.
    func difference(_ index: Int) -> String? {
        let (ledger, facts) = (contacts[index].ledger, contacts[index].facts)
        if ledger.isOptedOut != facts.isStopped { return "opted out: \(ledger.isOptedOut)" }
        if ledger.isOptOutPending != facts.isPending { return "pending: \(facts.isPending)" }
        if ledger.keys != facts.keys { return "\(ledger.keys) and \(facts.keys)" }
        for law in laws {
            let isCooling = ledger.isCooling(law.id, at: now)
            if isCooling != facts.isResting(law.id, at: now) {
                return "\(law.id) is cooling: \(isCooling)"
            }
            for channel in Self.channels {
                let key = ConsentKey(law.id, on: channel)
                let state = facts.state(key)
                if ledger.state(of: key) != state {
                    return "\(key) is \(ledger.state(of: key)), and should be \(state)"
                }
                let verdict = SendGate.verdict(
                    for: .purpose(law.id),
                    ledger: ledger,
                    in: SendGate.Circumstances(now: now, channel: channel, law: law)
                )
                let mayLeave =
                    facts.isInForce(key, law, at: now) && !facts.isStopped && !facts.isPending
                if (verdict == .allowed) != mayLeave { return "\(key): \(verdict)" }
            }
        }
        return nil
    }
}

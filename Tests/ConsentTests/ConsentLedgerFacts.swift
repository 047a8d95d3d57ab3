import Clocks
import Consent

/// What has happened to one contact, as a plain list, and what follows from it.
///
/// The oracle of the ledger: it keeps no state, it looks back.
struct ConsentLedgerFacts {
    struct Fact {
        let key: ConsentKey?
        let what: What
    }

    enum What {
        case asked(first: Timestamp, turn: UInt64, by: RequestOrigin)
        case yes(ends: Timestamp?, notice: NoticeVersion, isRenewal: Bool)
        case refused
        case withdrawn
        /// Ended, or lapsed, without the contact.
        case over(ConsentState)
        /// Asking is forbidden until then.
        case rest(until: Timestamp)
        /// A withdrawal that stands, though the state is another.
        case shadow
        /// It was given once, to another contact who is this one.
        case onceGiven
        case shown(ShownNotice)
        case aged(AgeProof)
        /// Nothing was shown, and no age, to whoever has the number now.
        case forgotten
        case stopped
    }

    var facts: [Fact] = []
    var isPending = false

    /// From what says least against the use of data to what says most.
    static let order: [ConsentState] = [
        .unknown, .renewed, .given, .requested, .deferred, .expired, .revoked, .invalidated,
        .refused, .withdrawn,
    ]

    mutating func add(_ what: What, _ key: ConsentKey? = nil) {
        facts.append(Fact(key: key, what: what))
    }

    // MARK: Looking back

    /// The latest fact that says where the consent stands.
    func decisive(_ key: ConsentKey) -> What? {
        facts.last { fact in
            guard fact.key == key else { return false }
            return switch fact.what {
            case .asked, .yes, .refused, .withdrawn, .over: true
            case .rest, .shadow, .onceGiven, .shown, .aged, .forgotten, .stopped: false
            }
        }?.what
    }

    func state(_ key: ConsentKey) -> ConsentState {
        switch decisive(key) {
        case .asked: .requested
        case .yes(_, _, let isRenewal): isRenewal ? .renewed : .given
        case .refused: .refused
        case .withdrawn: .withdrawn
        case .over(let state): state
        case .rest, .shadow, .onceGiven, .shown, .aged, .forgotten, .stopped, nil: .unknown
        }
    }

    /// Whether the consent counts now, also before anybody has recorded its end.
    func isInForce(_ key: ConsentKey, _ law: Purpose, at now: Timestamp) -> Bool {
        guard case .yes(let ends, let notice, _) = decisive(key) else { return false }
        let isOver = ends.map { $0 <= now } ?? false
        return !isOver && (law.onNewNotice == .keep || notice == law.notice)
    }

    /// The facts about a consent since it was last given.
    private func sinceYes(_ key: ConsentKey) -> [What] {
        var found: [What] = []
        for fact in facts.reversed() where fact.key == key {
            if case .yes = fact.what { break }
            found.append(fact.what)
        }
        return found
    }

    func rest(_ key: ConsentKey) -> Timestamp? {
        sinceYes(key).compactMap { what in
            if case .rest(let until) = what { until } else { nil }
        }.max()
    }

    func isResting(_ purpose: PurposeID, at now: Timestamp) -> Bool {
        keys(of: purpose).contains { key in rest(key).map { now < $0 } ?? false }
    }

    func isShadowed(_ key: ConsentKey) -> Bool {
        sinceYes(key).contains { what in
            switch what {
            case .withdrawn, .shadow: true
            case .asked, .yes, .refused, .over, .rest, .onceGiven, .shown, .aged, .forgotten,
                .stopped:
                false
            }
        }
    }

    func wasGiven(_ key: ConsentKey) -> Bool {
        facts.contains { fact in
            guard fact.key == key else { return false }
            return switch fact.what {
            case .yes, .onceGiven: true
            case .asked, .refused, .withdrawn, .over, .rest, .shadow, .shown, .aged, .forgotten,
                .stopped:
                false
            }
        }
    }

    var isStopped: Bool {
        for fact in facts.reversed() {
            if case .stopped = fact.what { return true }
            if case .yes = fact.what { return false }
        }
        return false
    }

    /// Facts of which a number's new owner knows nothing.
    private var personal: ArraySlice<Fact> {
        let last = facts.lastIndex { if case .forgotten = $0.what { true } else { false } }
        return facts[(last.map { $0 + 1 } ?? 0)...]
    }

    var age: AgeProof? {
        for fact in personal.reversed() {
            if case .aged(let proof) = fact.what { return proof }
        }
        return nil
    }

    /// The last showing of a notice of that name on the channel decides.
    func wasShown(_ notice: NoticeVersion, _ context: ActContext) -> Bool {
        for fact in personal.reversed() {
            guard case .shown(let shown) = fact.what, shown.notice.name == notice.name,
                shown.channel == context.channel
            else { continue }
            return shown.notice == notice && shown.locale == context.locale
                && shown.turn < context.turn
        }
        return false
    }

    var keys: [ConsentKey] {
        var found: Set<ConsentKey> = []
        for fact in facts { if let key = fact.key { found.insert(key) } }
        return found.sorted()
    }

    func keys(of purpose: PurposeID) -> [ConsentKey] {
        keys.filter { $0.purpose == purpose }
    }
}

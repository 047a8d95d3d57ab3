import Audit
import Clocks
import Consent
import Conversations
import FlowProgram

/// Watches a conversation and holds every turn against the invariants.
///
/// It knows the law and what it saw: events put in, leaves, proofs and messages that came out. It
/// asks neither the ledger nor the gate what is allowed, but derives that itself, person by person.
final class Observer {
    var persons: [Person]
    /// The person behind each address.
    var homes: [Int]
    let channels: [String]
    /// The edition that runs now.
    var edition: Edition
    let tally: Tally
    private var acceptedIDs: Set<String> = []

    init(channels: [String], edition: Edition, tally: Tally) {
        self.channels = channels
        self.edition = edition
        self.tally = tally
        persons = channels.enumerated().map { Person(address: $0.offset, channel: $0.element) }
        homes = Array(channels.indices)
    }

    func person(at address: Int) -> Person { persons[homes[address]] }

    /// Takes in one call of the engine.
    func observe(_ witness: Witness) throws(Breach) {
        settleUnions(witness)
        let person = person(at: witness.act.address)
        guard try accepts(witness) else { return settleErasures(witness) }
        letTimeStop(witness, person)
        hear(witness, person)
        apply(witness.act, person, witness)
        try watchChanges(witness)
        try watchSilence(witness, person)
        for person in concerned(by: witness) {
            remember(witness, person)
            try watchMessages(witness, person)
        }
        if case .locale(_, let tag) = witness.act { person.locale = tag }
        settleErasures(witness)
    }

    /// Everybody the log says something of, each once.
    private func concerned(by witness: Witness) -> [Person] {
        var homes: Set<Int> = []
        for subject in witness.leaves.compactMap(\.subject) {
            if let address = witness.owners[subject] { homes.insert(self.homes[address]) }
        }
        return homes.sorted().map { persons[$0] }
    }

    /// `false` for a message that was taken before, which must leave no trace.
    private func accepts(_ witness: Witness) throws(Breach) -> Bool {
        guard let message = witness.act.message else { return true }
        let wasReceived = witness.leaves.contains { $0.kind == .messageReceived }
        let id = "\(message.address.channel) \(message.providerID)"
        if acceptedIDs.contains(id) {
            guard witness.leaves.isEmpty else {
                throw Breach(.once, "a message that was taken before was taken again")
            }
            tally.count("duplicate refused")
            return false
        }
        if wasReceived { acceptedIDs.insert(id) }
        return wasReceived
    }

    /// Silence to a doubtful STOP may end everything in the very turn in which somebody writes.
    private func letTimeStop(_ witness: Witness, _ person: Person) {
        let beforeMessage = witness.leaves.prefix { $0.kind != .messageReceived }
        guard witness.act.message != nil,
            beforeMessage.contains(where: { $0.kind == .contactSuppressed && $0.cause == "opt-out" }
            )
        else { return }
        person.stop(in: witness.number, at: witness.now)
    }

    /// What a message says by itself, before anybody answers it.
    private func hear(_ witness: Witness, _ person: Person) {
        if !person.isBorn, witness.leaves.contains(where: { $0.kind == .contactCreated }) {
            person.isBorn = true
            person.locale = witness.act.message?.localeHint ?? person.locale
            if case .locale(_, let tag) = witness.act { person.locale = tag }
        }
        guard let message = witness.act.message else { return }
        person.lastChannel = message.address.channel
        let words: String
        switch message.content {
        case .text(let text): words = text
        case .caption(let text, _): words = text
        case .button(_, let title): words = title
        case .unreadable, .reaction:
            person.isDoubtful = false
            return
        }
        // Whatever they write may be one more STOP, in words the observer does not know.
        if person.isStopped { person.stoppedAt = witness.now }
        switch KnownWords.meaning(of: words) {
        case .stop:
            tally.count(person.isStopped ? "STOP again" : "STOP")
            person.stop(in: witness.number, at: witness.now)
        case .perhapsStop:
            if !person.isStopped { person.isDoubtful = true }
            tally.count("perhaps STOP")
        case .asks:
            person.isDoubtful = false
            if person.isStopped { person.asksAgain = true }
            // Whoever asks may exercise a right by it.
            person.exercisedRights = true
        case .other:
            person.isDoubtful = false
            // START has more words than the observer knows.
            if person.isStopped, witness.leaves.contains(where: { witness.edition.answers($0) }) {
                person.asksAgain = true
            }
        }
    }

    /// What operators and providers do, as the law reads it.
    private func apply(_ act: Witness.Act, _ person: Person, _ witness: Witness) {
        switch act {
        // Whoever is known is spoken to in the old language to the end of the turn.
        case .message, .time, .locale, .link, .merge, .erase, .attend: break
        // A list may be read twice: an address that is remembered as stopped stays as it is.
        case .suppress:
            if person.isBorn || !person.isStopped {
                person.stop(in: witness.number, at: witness.now)
            }
        case .changeNumber(let old, let new):
            guard self.person(at: old).isBorn else { return }
            move(from: self.person(at: old), to: self.person(at: new), witness)
        case .operation(_, let operation, let purpose):
            guard person.isBorn else { return }
            operate(operation, purpose, person, witness)
        }
    }

    private func operate(
        _ operation: SoakOperation,
        _ purpose: String?,
        _ person: Person,
        _ witness: Witness
    ) {
        switch operation {
        case .optOut: person.stop(in: witness.number, at: witness.now)
        case .withdraw:
            if let purpose { person.withdraw(purpose, in: witness.number) }
        case .revoke:
            if let purpose {
                let key = Standing.Key(purpose: purpose, channel: person.lastChannel)
                if person.standings[key]?.isGiven == true { person.end(key) }
            }
        case .invalidate: person.changeOwner()
        case .objection:
            for law in edition.program.laws where law.isMarketing {
                person.withdraw(law.id.name, in: witness.number)
            }
        case .restriction: person.isRestricted = true
        case .lift: person.isRestricted = false
        case .receipt: person.exercisedRights = true
        case .rectify: break
        }
    }

    /// What somebody was shown, and could press.
    private func remember(_ witness: Witness, _ person: Person) {
        let leaves = witness.leaves(of: person)
        for leaf in leaves where leaf.kind == .contactRestricted { person.isRestricted = true }
        guard let said = witness.said(to: person) else {
            person.missedWords = true
            rememberNotices(leaves, witness.number, person)
            return
        }
        for message in said {
            person.wordsShown.insert(message.wordsShown)
            person.buttonIDs.formUnion(
                message.buttons.map { "\(message.address.channel) \($0.id)" }
            )
            guard let text = witness.edition.notices[message.body] else { continue }
            person.shown.append(
                Person.ShownInstance(
                    text: text,
                    channel: message.address.channel,
                    number: witness.number
                )
            )
        }
    }

    /// After a crash that swallowed the report, the log is all there is.
    private func rememberNotices(_ leaves: [AuditEvent], _ number: Int, _ person: Person) {
        for leaf in leaves where leaf.kind == .noticeShown {
            let known = edition.notices.values.first { text in
                text.notice.description == leaf.to && leaf.cause == "locale:\(text.locale)"
            }
            guard let known else { continue }
            person.shown.append(
                Person.ShownInstance(text: known, channel: person.lastChannel, number: number)
            )
        }
    }
}

import Audit
import Clocks
import Consent
import Conversations

// Invariants 3, 4 and 5: each change of consent, held against what was seen before it.
extension Observer {
    func watchChanges(_ witness: Witness) throws(Breach) {
        var proofs = witness.proofs
        for leaf in witness.leaves {
            guard let subject = leaf.subject, let address = witness.owners[subject] else {
                continue
            }
            let person = person(at: address)
            if leaf.kind == .contactSuppressed, leaf.cause == "opt-out" {
                tally.count("opted out")
                if person.stoppedIn != witness.number {
                    person.stop(in: witness.number, at: witness.now)
                }
            }
            guard leaf.isConsentChange else { continue }
            // Nothing is left to read of somebody who was erased in the same turn.
            guard !witness.erased.contains(address) else {
                endOnly(leaf, person, witness)
                continue
            }
            let place = proofs[address]?.firstIndex { $0.proves(leaf) }
            guard let place, let proof = proofs[address]?.remove(at: place) else {
                throw Breach(.evidence, "consent became \(leaf.to ?? "?") and no proof was kept")
            }
            try examine(proof, leaf, person, witness)
            try follow(proof.change, leaf, person, witness)
        }
    }

    /// A change whose proof went with its contact can only be a no.
    private func endOnly(_ leaf: AuditEvent, _ person: Person, _ witness: Witness) {
        guard let purpose = leaf.purpose else { return }
        // A leaf names no channel: it speaks of those on which anything was asked or decided.
        let known = person.standings.keys.filter { $0.purpose == purpose }
        let own = Standing.Key(purpose: purpose, channel: person.lastChannel)
        for key in known.isEmpty ? [own] : known {
            if leaf.kind == .consentWithdrawn {
                person.withdraw(key, in: witness.number)
            } else {
                person.end(key)
            }
        }
    }

    private func follow(
        _ change: ConsentChange,
        _ leaf: AuditEvent,
        _ person: Person,
        _ witness: Witness
    ) throws(Breach) {
        let key = Standing.Key(purpose: change.purpose.name, channel: change.key.channel)
        tally.count("consent \(change.to.rawValue)")
        if change.act == .merge, change.to.isValid {
            guard person.standings[key]?.isGiven == true else {
                throw Breach(.monotone, "a merge made consent of what was not given on both sides")
            }
            return
        }
        switch change.to {
        case .given, .renewed: try give(key, person, witness)
        case .requested: request(key, leaf, person, witness)
        case .withdrawn: person.withdraw(key, in: witness.number)
        case .refused:
            person.end(key)
            person.standings[key]?.isRefused = true
        case .unknown, .deferred, .expired, .invalidated, .revoked: person.end(key)
        }
    }

    private func request(
        _ key: Standing.Key,
        _ leaf: AuditEvent,
        _ person: Person,
        _ witness: Witness
    ) {
        var standing = person.standings[key] ?? Standing()
        let window = witness.edition.law(of: PurposeID(key.purpose))?.confirmWithin ?? .zero
        let isOpen = standing.firstRequestedAt.map { witness.now <= $0.adding(window) } ?? false
        if !isOpen {
            standing.firstRequestedAt = witness.now
            standing.ownRequestIn = nil
        }
        standing.requestedIn = witness.number
        // A choice is the contact's own act; what a step does on entry is not.
        let isOwn =
            witness.act.message != nil && leaf.actor == "contact"
            && leaf.cause?.hasPrefix("choice:") == true
        if isOwn { standing.ownRequestIn = witness.number }
        standing.isGiven = false
        standing.isTouched = true
        standing.isRefused = false
        standing.restsWithdrawn = false
        person.standings[key] = standing
    }

    // MARK: Double means double

    private func give(
        _ key: Standing.Key,
        _ person: Person,
        _ witness: Witness
    ) throws(Breach) {
        guard let message = witness.act.message else {
            throw Breach(.double, "consent was given without a message of the contact")
        }
        guard message.address.channel == key.channel else {
            throw Breach(.double, "consent for one channel was given on another")
        }
        guard let law = witness.edition.law(of: PurposeID(key.purpose)) else {
            throw Breach(.double, "consent was given to a purpose nobody declared")
        }
        let standing = person.standings[key] ?? Standing()
        try checkRequest(standing, key, law, person, witness)
        try checkNotice(law, key.channel, person, witness)
        try checkReply(message, person, witness.edition)
        var given = Standing()
        given.isGiven = true
        given.isTouched = true
        given.endsAt = law.lapsesAfter.map { witness.now.adding($0) }
        given.noticeVersion = law.notice.version
        person.standings[key] = given
        person.stoppedIn = nil
        person.stoppedAt = nil
        person.isDoubtful = false
        tally.count("consents given")
    }

    private func checkRequest(
        _ standing: Standing,
        _ key: Standing.Key,
        _ law: Purpose,
        _ person: Person,
        _ witness: Witness
    ) throws(Breach) {
        guard let requested = standing.requestedIn, let first = standing.firstRequestedAt else {
            throw Breach(.double, "consent was given that nobody had asked for")
        }
        guard requested < witness.number else {
            throw Breach(.double, "request and confirmation came in one turn")
        }
        guard witness.now <= first.adding(law.confirmWithin) else {
            throw Breach(.double, "consent was given after its window")
        }
        let own = standing.ownRequestIn.flatMap { $0 < witness.number ? $0 : nil }
        if let withdrawal = person.lastWithdrawal(of: key.purpose) {
            guard let own, own > withdrawal else {
                throw Breach(
                    .monotone,
                    "consent was given after a withdrawal without a new request by the contact"
                )
            }
        }
        guard law.optIn == .single || own != nil else {
            throw Breach(.double, "a double opt-in was not begun by the contact")
        }
    }

    private func checkNotice(
        _ law: Purpose,
        _ channel: String,
        _ person: Person,
        _ witness: Witness
    ) throws(Breach) {
        let locale = witness.edition.spoken(person.locale)
        let seen = person.shown.filter { $0.text.notice == law.notice }
        guard seen.contains(where: { $0.number < witness.number }) else {
            throw Breach(.double, "consent was given before the current notice was shown")
        }
        let spoken = seen.filter { $0.number < witness.number && $0.text.locale == locale }
        guard !spoken.isEmpty else {
            throw Breach(.double, "the notice was not shown in the contact's language")
        }
        guard spoken.contains(where: { $0.channel == channel }) else {
            throw Breach(.double, "the notice was not shown on the channel of the consent")
        }
    }

    private func checkReply(
        _ message: InboundMessage,
        _ person: Person,
        _ edition: Edition
    ) throws(Breach) {
        switch message.content {
        case .button(let id, _):
            let isKnown = person.buttonIDs.contains("\(message.address.channel) \(id)")
            guard isKnown || person.missedWords else {
                throw Breach(.double, "consent was given by a button that was never shown")
            }
        case .text(let text):
            guard edition.confirmingWords.contains(KnownWords.plain(text)), !text.hasSuffix("?")
            else { throw Breach(.double, "consent was given by words that are not exact") }
        case .unreadable, .caption, .reaction:
            throw Breach(.double, "consent was given by something that is no reply")
        }
    }

    // MARK: Evidence

    private func examine(
        _ proof: ConsentEvidence,
        _ leaf: AuditEvent,
        _ person: Person,
        _ witness: Witness
    ) throws(Breach) {
        guard !proof.controller.isEmpty, !proof.actor.isEmpty, !proof.cause.isEmpty else {
            throw Breach(.evidence, "a proof does not say who, for whom or by which act")
        }
        // Somebody who was merged into another just now had a language of their own.
        let isCurrent = leaf.subject.map(witness.current.contains) ?? false
        guard !isCurrent || proof.locale == witness.edition.spoken(person.locale) else {
            throw Breach(.evidence, "a proof names another language than the contact's")
        }
        if let message = witness.act.message {
            guard proof.providerID == message.providerID, proof.address == message.address else {
                throw Breach(.evidence, "a proof does not name the message that carried the act")
            }
        }
        // Who joins two contacts gives nothing: the proofs of both are kept.
        guard proof.change.to.isValid, proof.change.act != .merge else { return }
        guard proof.channel == proof.change.key.channel, !proof.flow.isEmpty, !proof.step.isEmpty
        else { throw Breach(.evidence, "a proof of consent does not say where it was given") }
        let words = proof.wordsShown ?? ""
        guard !words.isEmpty, person.missedWords || person.wordsShown.contains(words) else {
            throw Breach(.evidence, "a proof of consent does not quote the words that were shown")
        }
        let law = witness.edition.law(of: proof.change.purpose)
        guard let law, proof.change.notice?.notice == law.notice,
            proof.noticeText == witness.edition.words(of: law.notice, in: proof.locale)
        else { throw Breach(.evidence, "a proof of consent lacks the notice it rests on") }
    }
}

extension AuditEvent {
    /// Whether consent moved, which leaves a proof.
    var isConsentChange: Bool { Self.consentChanges.contains(kind) }

    private static let consentChanges: Set<AuditKind> = [
        .consentRequested, .consentGiven, .consentRefused, .consentWithdrawn, .consentDeferred,
        .consentExpired, .consentRenewed, .consentInvalidated, .consentRevoked,
    ]
}

extension ConsentEvidence {
    /// Whether this is the proof of what a leaf says.
    fileprivate func proves(_ leaf: AuditEvent) -> Bool {
        change.purpose.name == leaf.purpose && change.from.rawValue == leaf.from
            && change.to.rawValue == leaf.to
    }
}

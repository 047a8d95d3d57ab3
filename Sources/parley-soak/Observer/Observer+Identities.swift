import Audit
import Clocks

// Invariant 3 when persons are joined, divided, moved and erased; and what the engine claims.
extension Observer {
    /// A number changed hands: every no goes along, and no yes stays or follows.
    func move(from old: Person, to new: Person, _ witness: Witness) {
        tally.count("numbers changed")
        if old !== new { inherit(old, to: new, witness) }
        old.changeOwner()
    }

    private func inherit(_ old: Person, to new: Person, _ witness: Witness) {
        for (key, standing) in old.standings where standing.isRefused { new.refuse(key) }
        for (key, standing) in old.standings where standing.withdrawnIn != nil {
            new.withdraw(key, in: witness.number)
            if standing.restsWithdrawn {
                new.withdraw(key.purpose, in: witness.number)
            } else {
                new.standings[key]?.restsWithdrawn = false
            }
        }
        if old.isStopped {
            new.stop(in: witness.number, at: witness.now)
            new.confirmations = max(new.confirmations, 1)
        }
        new.isDoubtful = new.isDoubtful || old.isDoubtful
    }

    func settleUnions(_ witness: Witness) {
        for group in witness.united {
            guard let survivor = group.first(where: { $0 == witness.act.address }) ?? group.first
            else { continue }
            for address in group where homes[address] != homes[survivor] {
                join(person(at: address), into: person(at: survivor), witness)
            }
        }
    }

    func settleErasures(_ witness: Witness) {
        for address in witness.erased where person(at: address).isBorn {
            tally.count("erased")
            divide(person(at: address))
        }
    }

    /// Two persons turn out to be one: for each consent the more restrictive of the two holds.
    private func join(_ other: Person, into person: Person, _ witness: Witness) {
        tally.count("persons joined")
        // An address that nobody knew of brings nothing along.
        if other.isBorn || other.isStopped || !other.standings.isEmpty {
            joinConsents(of: other, into: person, witness)
        }
        person.isDoubtful = person.isDoubtful || other.isDoubtful
        person.isRestricted = person.isRestricted || other.isRestricted
        person.exercisedRights = person.exercisedRights || other.exercisedRights
        person.isBorn = person.isBorn || other.isBorn
        person.shown += other.shown
        person.buttonIDs.formUnion(other.buttonIDs)
        person.wordsShown.formUnion(other.wordsShown)
        person.missedWords = person.missedWords || other.missedWords
        person.addresses.formUnion(other.addresses)
        let home = homes[person.addresses.first(where: { self.person(at: $0) === person }) ?? 0]
        for address in other.addresses { homes[address] = home }
    }

    private func joinConsents(of other: Person, into person: Person, _ witness: Witness) {
        for key in Set(person.standings.keys).union(other.standings.keys) {
            let theirs = other.standings[key]
            person.standings[key] = (person.standings[key] ?? Standing()).joined(theirs)
        }
        // Time acts on both before they are joined, and may ask anew for what was withdrawn.
        let asked = witness.leaves.filter { $0.kind == .consentRequested && $0.cause != "merge" }
        let resting = person.standings.filter { key, standing in
            standing.restsWithdrawn && !asked.contains { $0.purpose == key.purpose }
        }
        for (key, standing) in resting {
            person.withdraw(key.purpose, in: standing.withdrawnIn ?? witness.number)
        }
        guard person.isStopped || other.isStopped else { return }
        let confirmations = max(person.confirmations, other.confirmations, 1)
        let wasStopped = person.isStopped
        person.stop(in: witness.number, at: witness.now)
        person.confirmations = wasStopped ? person.confirmations : confirmations
    }

    /// Erased: each address is somebody new, and only its no is remembered.
    private func divide(_ person: Person) {
        for address in person.addresses {
            let next = Person(address: address, channel: channels[address])
            next.standings = person.standings.compactMapValues(\.afterErasure)
            next.stoppedIn = person.stoppedIn
            next.stoppedAt = person.stoppedAt
            next.confirmations = max(person.confirmations, 1)
            next.isDoubtful = person.isDoubtful
            homes[address] = persons.count
            persons.append(next)
        }
    }

    // MARK: What the engine claims

    /// Holds what the engine believes of a contact against what was seen.
    func examine(_ claim: Claim) throws(Breach) {
        let person = person(at: claim.address)
        for key in claim.isValid where person.standings[key]?.isGiven != true {
            throw Breach(.monotone, "consent counts as given that nobody gave, or that had ended")
        }
        if person.isStopped, !claim.isOptedOut {
            throw Breach(.monotone, "a STOP was lifted without a new request and confirmation")
        }
        if person.isDoubtful, !claim.isOptOutPending, !claim.isOptedOut {
            throw Breach(.stopFirst, "a doubtful STOP was forgotten before the contact answered")
        }
        for (key, standing) in person.standings
        where standing.restsWithdrawn && claim.states[key] != "withdrawn" {
            let found = claim.states[key] ?? "unknown"
            throw Breach(
                .monotone,
                "a withdrawal was forgotten: \(key.purpose) on \(key.channel) is \(found)"
            )
        }
        // The engine may always be stricter.
        for (key, standing) in person.standings
        where standing.isGiven && !claim.isValid.contains(key) {
            person.end(key)
        }
    }
}

extension Person {
    /// Somebody else has the number now: nothing the last owner asked, saw or agreed to counts.
    func changeOwner() {
        for key in standings.keys { end(key) }
        shown = []
    }

    fileprivate func refuse(_ key: Standing.Key) {
        end(key)
        standings[key]?.isRefused = true
    }
}

extension Standing {
    fileprivate func joined(_ other: Standing?) -> Standing {
        guard let other, other.isTouched else { return self }
        guard isTouched else { return other }
        var joined = self
        joined.isGiven = isGiven && other.isGiven
        joined.withdrawnIn = [withdrawnIn, other.withdrawnIn].compactMap(\.self).max()
        joined.restsWithdrawn = restsWithdrawn || other.restsWithdrawn
        joined.isRefused = isRefused || other.isRefused
        joined.firstRequestedAt =
            [firstRequestedAt, other.firstRequestedAt].compactMap(\.self).max()
        joined.requestedIn = [requestedIn, other.requestedIn].compactMap(\.self).max()
        joined.ownRequestIn = [ownRequestIn, other.ownRequestIn].compactMap(\.self).max()
        joined.endsAt = [endsAt, other.endsAt].compactMap(\.self).min()
        joined.noticeVersion = other.noticeVersion == noticeVersion ? noticeVersion : nil
        return joined
    }

    /// What outlives an erasure: every no, and nothing else.
    fileprivate var afterErasure: Standing? {
        guard withdrawnIn != nil || isRefused else { return nil }
        var rest = Standing()
        rest.isTouched = true
        rest.withdrawnIn = withdrawnIn
        rest.restsWithdrawn = restsWithdrawn
        rest.isRefused = isRefused
        return rest
    }
}

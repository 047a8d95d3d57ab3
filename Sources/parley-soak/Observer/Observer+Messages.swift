import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations

// Invariants 1 and 2: each message, when it is queued and when it leaves.
extension Observer {
    func watchMessages(_ witness: Witness, _ person: Person) throws(Breach) {
        let leaves = witness.leaves(of: person)
        let places = leaves.indices.filter { place in
            leaves[place].kind == .messageEnqueued
                && leaves[place].subject.map(witness.current.contains) ?? false
        }
        let queued = places.map { leaves[$0] }
        // One call may be several turns: what an earlier one queued must die with the STOP.
        let isStoppedNow = witness.act.message == nil && person.stoppedIn == witness.number
        let stop = leaves.lastIndex { $0.kind == .contactSuppressed } ?? leaves.endIndex
        // Without its report a turn's messages are known by their leaves only.
        let said = witness.said(to: person).flatMap { $0.count == queued.count ? $0 : nil }
        for (place, leaf) in queued.enumerated() {
            let message = said?[place]
            let diesAtOnce = isStoppedNow && places[place] < stop
            var confirmsStop = false
            if !diesAtOnce, let purpose = leaf.purpose {
                let channel = message?.address.channel ?? person.lastChannel
                try allow(purpose, channel, person, witness.now, in: witness.edition)
            }
            if !diesAtOnce, person.isStopped {
                confirmsStop = try allowAfterStop(leaf, witness, person)
            }
            person.queue.append(
                QueuedMessage(
                    message: message,
                    className: leaf.cause ?? "",
                    purpose: leaf.purpose,
                    queuedIn: witness.number,
                    confirmsStop: confirmsStop,
                    isDead: diesAtOnce
                )
            )
        }
    }

    /// A message may be queued after a STOP for one of three reasons; says whether it is the one
    /// confirmation.
    private func allowAfterStop(
        _ leaf: AuditEvent,
        _ witness: Witness,
        _ person: Person
    ) throws(Breach) -> Bool {
        if leaf.cause == "rights-answer", person.exercisedRights { return false }
        if person.asksAgain, witness.act.message != nil { return false }
        person.confirmations += 1
        guard person.confirmations == 1 else {
            throw Breach(.stopFirst, "more than one message followed a STOP")
        }
        guard person.stoppedIn == witness.number else {
            throw Breach(.stopFirst, "a message followed a STOP that did not answer it")
        }
        return true
    }

    /// No flow begins for somebody who opted out and asks for nothing.
    func watchSilence(_ witness: Witness, _ person: Person) throws(Breach) {
        guard witness.act.message != nil, let stopped = person.stoppedIn,
            stopped < witness.number, !person.asksAgain
        else { return }
        guard !witness.leaves.contains(where: { $0.kind == .flowStarted }) else {
            throw Breach(.stopFirst, "a conversation began with somebody who had opted out")
        }
    }

    /// Default deny, by the acts that were seen.
    private func allow(
        _ purpose: String,
        _ channel: String,
        _ person: Person,
        _ now: Timestamp,
        in edition: Edition
    ) throws(Breach) {
        if person.isStopped {
            throw Breach(.stopFirst, "a message for a purpose followed a STOP")
        }
        if person.isDoubtful {
            throw Breach(.stopFirst, "a message for a purpose left while a STOP was in doubt")
        }
        if person.isRestricted {
            throw Breach(.defaultDeny, "a message for a purpose left while use was restricted")
        }
        let standing = person.standings[Standing.Key(purpose: purpose, channel: channel)]
        guard let standing, standing.isGiven else {
            throw Breach(.defaultDeny, "a message for a purpose left without consent")
        }
        if let end = standing.endsAt, end <= now {
            throw Breach(.defaultDeny, "a message for a purpose left after its consent expired")
        }
        guard let law = edition.law(of: PurposeID(purpose)) else {
            throw Breach(.defaultDeny, "a message left for a purpose nobody declared")
        }
        if law.onNewNotice == .renew, standing.noticeVersion != law.notice.version {
            throw Breach(.defaultDeny, "a message left under consent to a replaced notice")
        }
    }

    // MARK: Dispatch

    func dispatch(
        _ delivered: DeliveredMessage,
        to address: Int,
        at now: Timestamp
    ) throws(Breach) {
        let person = person(at: address)
        let message = delivered.message
        let places = person.queue.indices.filter { place in
            !person.queue[place].isDelivered && person.queue[place].fits(message)
        }
        let place = places.first { !person.queue[$0].isDead } ?? places.first
        guard let place else {
            throw Breach(.once, "a message came out that was never queued, or came out twice")
        }
        let queued = person.queue[place]
        person.queue[place].isDelivered = true
        guard delivered.withheld == nil else {
            tally.count("withheld at dispatch")
            return
        }
        tally.count("deliveries")
        guard !queued.isDead else {
            throw Breach(.stopFirst, "a queued message outlived the withdrawal of its purpose")
        }
        if case .purpose(let purpose) = message.messageClass {
            tally.count("deliveries for a purpose")
            try allow(purpose.name, message.address.channel, person, now, in: edition)
        }
        if queued.confirmsStop, let stopped = person.stoppedAt,
            now > stopped.adding(.minutes(5))
        {
            throw Breach(.stopFirst, "a STOP was confirmed after more than five minutes")
        }
    }
}

extension QueuedMessage {
    fileprivate func fits(_ other: OutboundMessage) -> Bool {
        if let message { return message == other }
        return purpose == other.messageClass.purposeName
    }
}

extension MessageClass {
    var purposeName: String? {
        if case .purpose(let purpose) = self { purpose.name } else { nil }
    }
}

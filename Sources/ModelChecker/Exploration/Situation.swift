package import Clocks
import Consent
package import Conversations
import FlowInterpreter
package import FlowProgram

/// A conversation as far as it has come: everything kept about the contact, and the time.
///
/// Concrete, so that every move from here is made by the decider that runs in production.
package final class Situation: Sendable {
    package let contact: ContactState
    package let now: Timestamp
    /// What was before this conversation: it may have been so for long, so that what was to end
    /// later may end at any moment of this conversation.
    let rest: Rest?

    /// The contact said nothing to the question of a command, and nothing since.
    let isInterrupted: Bool

    struct Rest: Sendable {
        /// The situation between two conversations.
        let number: Int
        let ledger: ConsentLedger
        /// When the contact would have been erased who does not come back.
        let deletion: Timestamp?
    }

    init(contact: ContactState, now: Timestamp, rest: Rest? = nil, isInterrupted: Bool = false) {
        self.contact = contact
        self.now = now
        self.rest = rest
        self.isInterrupted = isInterrupted
    }

    /// Whether consent that is valid was so before the conversation, and ends by itself.
    func mayLapse(_ key: ConsentKey) -> Bool {
        guard let record = contact.ledger.records[key], record.state.isValid,
            let end = record.expiresAt
        else { return false }
        return rest?.ledger.records[key]?.expiresAt == end && isRemembered(until: end)
    }

    /// Whether a rest after a refusal goes on that did so before the conversation.
    func mayCoolOff(_ key: ConsentKey) -> Bool {
        guard let end = contact.ledger.records[key]?.coolsUntil, end > now else { return false }
        return rest?.ledger.records[key]?.coolsUntil == end && isRemembered(until: end)
    }

    private func isRemembered(until end: Timestamp) -> Bool {
        rest?.deletion.map { $0 > end } ?? true
    }

    /// Where the conversation stands; `nil` between conversations.
    package var place: Place? {
        contact.session.map { Place(flow: $0.top.flow, step: $0.top.step) }
    }
}

/// A step of a flow.
package struct Place: Hashable, Sendable, Comparable {
    package let flow: FlowIndex
    package let step: StepIndex

    package init(flow: FlowIndex, step: StepIndex) {
        self.flow = flow
        self.step = step
    }

    package static func < (left: Place, right: Place) -> Bool {
        left.flow == right.flow ? left.step < right.step : left.flow < right.flow
    }
}

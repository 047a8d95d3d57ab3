package import Clocks
package import Consent
package import FlowProgram

/// Why a conversation is not begun.
package enum BeginObstacle: Hashable, Sendable {
    /// Nothing may be sent to the contact, or nothing that they did not ask for.
    case withheld(SendGate.Reason)
    /// Another conversation is going on.
    case busy
    /// The flow words a built-in command, which is the contact's to give.
    case commandFlow
    case unknownPurpose
    /// The form lies in the future, or longer ago than the purpose's window for a confirmation.
    case formOutOfTime
}

extension ContactState {
    // INVARIANT: default deny. A conversation begins with an act of the contact: they wrote on the
    // channel, they consented to something there, or they filled in a form.
    /// What keeps a flow from being begun for a contact that has not just written.
    package func obstacle(
        toBeginning flow: FlowIndex,
        at address: ContactAddress,
        asked form: FormConsent?,
        in program: Program,
        now: Timestamp
    ) -> BeginObstacle? {
        if ledger.isOptedOut { return .withheld(.optedOut) }
        if ledger.isOptOutPending { return .withheld(.optOutPending) }
        if isRestricted { return .withheld(.restricted) }
        guard program[flow].command == nil else { return .commandFlow }
        guard session == nil else { return .busy }
        guard let form else {
            let hasWritten = lastHeardAt != nil && self.address.channel == address.channel
            let isConsented = ledger.records.contains { key, record in
                key.channel == address.channel && record.state.isValid
            }
            return hasWritten || isConsented ? nil : .withheld(.neverAsked)
        }
        guard let law = program.laws.first(where: { $0.id == form.purpose }) else {
            return .unknownPurpose
        }
        let isInTime = form.at <= now && now <= form.at.adding(law.confirmWithin)
        return isInTime ? nil : .formOutOfTime
    }
}

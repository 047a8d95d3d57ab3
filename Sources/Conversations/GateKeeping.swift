import Clocks
import Consent
import FlowProgram

/// Asks the gate about one contact's messages: when they are queued, and again at dispatch.
struct GateKeeping {
    let program: Program
    let now: Timestamp

    func verdict(
        for message: MessageClass,
        to address: ContactAddress,
        isAnswer: Bool,
        hasTemplate: Bool,
        state: ContactState,
        sent: SendGate.Sent
    ) -> SendGate.Verdict {
        let law = message.purpose.flatMap { id in program.laws.first { $0.id == id } }
        let channel = program.channel(named: address.channel)
        let circumstances = SendGate.Circumstances(
            now: now,
            channel: address.channel,
            law: law,
            sent: sent,
            isMerged: state.mergedInto != nil,
            isRestricted: state.isRestricted,
            isWindowOpen: hasTemplate || isWindowOpen(channel, state),
            quietUntil: law?.isMarketing == true && channel?.keepsQuietHours == true
                ? quietEnd(at: address) : nil,
            isAnswer: isAnswer
        )
        return SendGate.verdict(for: message, ledger: state.ledger, in: circumstances)
    }

    /// Whether a channel takes a free message for a contact, or only a template.
    func isWindowOpen(on name: String, _ state: ContactState) -> Bool {
        isWindowOpen(program.channel(named: name), state)
    }

    private func isWindowOpen(_ channel: DeclaredChannel?, _ state: ContactState) -> Bool {
        guard let window = channel?.window else { return true }
        guard let heard = state.lastHeardAt, state.windowRefusedAt.map({ $0 < heard }) ?? true
        else { return false }
        return now < heard.adding(window)
    }

    /// Where a contact is, their number says; otherwise they are taken to be where the controller
    /// is.
    private func quietEnd(at address: ContactAddress) -> Timestamp? {
        let hours = QuietHours.standard
        let country = hours.country(ofNumber: address.text) ?? program.controller.country
        return hours.endsAt(country: country, at: now)
    }
}

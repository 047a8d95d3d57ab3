import Consent
import Conversations
import FlowInterpreter
import FlowProgram
package import Storage

/// What came of a correction.
package enum Correction: Sendable {
    case done(TurnReport)
    /// The pseudonym is nobody's any more.
    case nobody
    /// No flow of the workspace has such a slot.
    case unknownSlot
    /// The slot is not kept after its conversation, so there is nothing to correct.
    case notKept
    /// The value does not fit the slot; what would.
    case unfit(wanted: String)
}

extension Engine {
    // LAW: Art. 16 GDPR.
    /// Corrects a value that is kept about a contact, or removes it with `nil`.
    ///
    /// The value is written as an operator writes it: dates as 2026-03-01, numbers with a point,
    /// yes or no as these words, a choice by its name.
    package func correct(
        _ flow: String,
        _ slot: String,
        to text: String?,
        of id: ContactID
    ) async throws(EngineError) -> Correction {
        guard let contact = try directory.contact(id), let state = try load(contact)?.state,
            state.mergedInto == nil
        else { return .nobody }
        let isKept = state.kept.contains { $0.flow == flow && $0.slot == slot }
        var value: Value?
        if let text {
            let program = registry.current.program
            guard let index = program.flow(named: flow),
                let place = program[index].slot(named: slot)
            else { return .unknownSlot }
            let declared = program[index][slot: place]
            guard isKept || declared.keep != nil, !declared.isBirthDate else { return .notKept }
            guard let read = CorrectedValue.read(text, as: declared.kind) else {
                return .unfit(wanted: CorrectedValue.wanted(declared.kind))
            }
            value = read
        } else if !isKept {
            return .notKept
        }
        let operation = Operation.rectify(flow: flow, slot: slot, to: value)
        let report = try await perform(operation, by: .operator, on: id)
        return report.map { .done($0) } ?? .nobody
    }
}

import Consent
package import Conversations
import Clocks
import FlowProgram
import Storage

/// What the engine did for a contact by itself.
package enum Attendance: Sendable {
    /// A right was answered, with documents to deliver.
    case answered(TurnReport)
    case erased(ErasureReceipt)
}

// What is owed to a contact without anyone asking again: answers to rights, and the end of keeping.
extension Engine {
    /// An erasure waits for the messages before it, but no longer than this.
    static let erasureGrace = Period.days(1)

    /// Does the next thing that is due for a contact by itself; `nil` when there is none.
    ///
    /// To be called after each turn, once its messages are delivered.
    package func attend(_ address: ContactAddress) async throws(EngineError) -> Attendance? {
        guard let contact = try directory.find(address), let state = try load(contact)?.state
        else { return nil }
        let now = clock.now()
        if let request = state.automaticRequest {
            switch request.right {
            case .erasure:
                let waits = try !queued(for: contact).isEmpty
                guard !waits || request.receivedAt.adding(Self.erasureGrace) <= now else {
                    return nil
                }
                return try await erase(address, because: .request, by: .contact)
                    .map { .erased($0) }
            case .receipt:
                let documents = try receipts(for: address)
                return try await perform(.answer(.receipt, documents), by: .engine, for: address)
                    .map { .answered($0) }
            case .access, .portability, .rectification, .restriction, .objection: return nil
            }
        }
        let deletion = state.plannedDeletion(registry.current.program.retention)
        guard let deletion, deletion.dueAt <= now else { return nil }
        return try await erase(
            address,
            because: .retention(deletion.recordClass.rawValue),
            by: .engine
        ).map { .erased($0) }
    }
}

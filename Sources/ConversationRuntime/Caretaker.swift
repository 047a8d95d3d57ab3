import Clocks
import Conversations
import FlowProgram
package import Storage

/// Does what nobody asks for: deadlines, expiries, rights that are owed, signing the log.
///
/// Timers are instants in the store, so they survive restarts; each fires in the turn that finds
/// it over, once; and one that is stale finds nothing to do.
package struct Caretaker: Sendable {
    /// Contacts looked at in one round.
    package static let roundLimit = 500
    /// Contacts tended to side by side.
    private static let width = 16
    /// How long a contact rests for whom nothing could be done yet.
    private static let rest = Period.seconds(10)

    private let engine: Engine
    private var resting: [ContactID: Timestamp] = [:]

    package init(engine: Engine) {
        self.engine = engine
    }

    /// One round over the contacts whose time has come.
    ///
    /// - Returns: How many were tended to; and what went wrong with one, which does not keep the
    ///   others waiting.
    package mutating func round() async -> (done: Int, failure: EngineError?) {
        let now = engine.clock.now()
        resting = resting.filter { $0.value > now }
        let due: [ContactID]
        do {
            due = try engine.store.due(at: now, limit: Self.roundLimit + resting.count)
        } catch {
            return (0, .store(error))
        }
        let engine = engine
        let contacts = due.filter { resting[$0] == nil }
        var results: [(ContactID, Result<Bool, EngineError>)] = []
        for start in stride(from: 0, to: contacts.count, by: Self.width) {
            let piece = contacts[start..<min(start + Self.width, contacts.count)]
            await withTaskGroup(of: (ContactID, Result<Bool, EngineError>).self) { group in
                for contact in piece {
                    group.addTask {
                        do throws(EngineError) {
                            return (contact, .success(try await engine.tend(contact)))
                        } catch {
                            return (contact, .failure(error))
                        }
                    }
                }
                for await result in group { results.append(result) }
            }
        }
        var done = 0
        var failure: EngineError?
        for (contact, result) in results {
            switch result {
            case .success(true): done += 1
            case .success(false): resting[contact] = now.adding(Self.rest)
            case .failure(let error):
                failure = failure ?? error
                resting[contact] = now.adding(Self.rest)
            }
        }
        return (done, failure)
    }
}

extension Engine {
    /// Does the next thing that is due for a contact; `false` when there is nothing to do yet.
    package func tend(_ id: ContactID) async throws(EngineError) -> Bool {
        guard let contact = try directory.contact(id), let state = try load(contact)?.state
        else { return false }
        if try await attend(state.address) != nil { return true }
        let time = state.nextChange(in: registry.current.program)
        guard let time, time <= clock.now() else { return false }
        return try await wake(id) != nil
    }
}

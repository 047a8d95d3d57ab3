import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import Storage

/// How many conversations are going on, by the flow they began with.
package struct SessionCounts: Hashable, Sendable {
    /// By the flow's name.
    package fileprivate(set) var byFlow: [String: Int] = [:]
    /// Conversations whose program is not known any more.
    package fileprivate(set) var stuck = 0
    /// Contacts looked at.
    package fileprivate(set) var contacts = 0
    /// Whether those were all there are.
    package fileprivate(set) var isComplete = false
}

extension Engine {
    /// Contacts opened to count conversations: a state is sealed, so each has to be opened.
    package static let sessionCountLimit = 10_000
    private static let countPiece = 256

    /// Counts the conversations that are going on, over no more contacts than `limit`.
    package func countSessions(
        limit: Int = Engine.sessionCountLimit
    ) async throws(EngineError) -> SessionCounts {
        var counts = SessionCounts()
        var last: ContactID?
        while true {
            let rest = limit - counts.contacts
            let piece = try pseudonyms(after: last, limit: min(Self.countPiece, rest + 1))
            for id in piece.prefix(rest) { try count(id, &counts) }
            guard piece.count <= rest else { return counts }
            guard let end = piece.last else {
                counts.isComplete = true
                return counts
            }
            last = end
            // Opening is work for the processor; messages go first.
            await Task.yield()
        }
    }

    private func count(_ id: ContactID, _ counts: inout SessionCounts) throws(EngineError) {
        counts.contacts += 1
        guard let session = try session(of: id) else { return }
        do {
            let placed = try registry.place(session)
            guard let frame = placed.session.frames.first else { return }
            counts.byFlow[placed.decider.program[frame.flow].name, default: 0] += 1
        } catch .store(let error) {
            throw .store(error)
        } catch {
            counts.stuck += 1
        }
    }

    private func session(of id: ContactID) throws(EngineError) -> Session? {
        do {
            guard let contact = try directory.contact(id) else { return nil }
            return try load(contact)?.state.session
        } catch .tampered {
            // `parley audit verify` names it; it keeps no other contact from being counted.
            return nil
        }
    }
}

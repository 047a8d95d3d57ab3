package import Conversations
package import FlowCompiler
package import FlowInterpreter
package import FlowProgram
package import Storage
import Synchronization

/// The programs that run: the current one, and older ones that live sessions are pinned to.
package final class FlowRegistry: Sendable {
    fileprivate struct Programs {
        var current: TurnDecider
        var older: [ProgramDigest: TurnDecider] = [:]
    }

    private let programs: Mutex<Programs>
    private let store: any ConversationStore

    /// Older programs kept compiled; others are compiled again when a session needs one.
    package static let olderLimit = 16

    /// Makes `program` the current one and archives its sources.
    package init(
        program: Program,
        sources: WorkspaceSources,
        store: any ConversationStore
    ) throws(StoreError) {
        self.store = store
        programs = Mutex(Programs(current: TurnDecider(program: program)))
        try archive(program, sources)
    }

    package var current: TurnDecider { programs.withLock { $0.current } }

    /// Replaces the current program; sessions pinned to the old one keep it until they can move.
    package func replace(
        with program: Program,
        sources: WorkspaceSources
    ) throws(StoreError) {
        try archive(program, sources)
        programs.withLock { programs in
            let old = programs.current
            guard old.program.digest != program.digest else { return }
            programs.current = TurnDecider(program: program)
            programs.keep(old)
        }
    }

    /// The decider a session runs on, and the session fitted to it: the current program when the
    /// wait's contract is unchanged, otherwise the one it is pinned to.
    package func place(_ session: Session) throws(RegistryError) -> Placement {
        let current = self.current
        if session.program == current.program.digest {
            guard session.fits(current.program) else { throw .damagedSession }
            return Placement(decider: current, session: session, outcome: .current)
        }
        let pinned = try decider(for: session.program)
        guard session.fits(pinned.program) else { throw .damagedSession }
        switch session.migrated(from: pinned.program, to: current.program) {
        case .moved(let moved):
            return Placement(decider: current, session: moved, outcome: .moved)
        case .contractChanged(let flow, let step):
            return Placement(
                decider: pinned,
                session: session,
                outcome: .pinned(flow: flow, step: step)
            )
        }
    }

    private func decider(for digest: ProgramDigest) throws(RegistryError) -> TurnDecider {
        if let known = programs.withLock({ $0.older[digest] }) { return known }
        let bytes: [UInt8]?
        do {
            bytes = try store.archivedProgram(digest.bytes)
        } catch {
            throw .store(error)
        }
        // Sources that are not there and sources that cannot be read leave the session as stuck.
        guard let bytes, let sources = try? ProgramArchive.sources(bytes),
            let program = WorkspaceCompiler.compile(sources).program, program.digest == digest
        else { throw .unknownProgram(digest) }
        let decider = TurnDecider(program: program)
        programs.withLock { $0.keep(decider) }
        return decider
    }

    private func archive(
        _ program: Program,
        _ sources: WorkspaceSources
    ) throws(StoreError) {
        guard try store.archivedProgram(program.digest.bytes) == nil else { return }
        try store.archive(
            program: program.digest.bytes,
            sources: ProgramArchive.bytes(of: sources)
        )
    }
}

extension FlowRegistry.Programs {
    mutating func keep(_ decider: TurnDecider) {
        if older.count >= FlowRegistry.olderLimit { older.removeAll() }
        older[decider.program.digest] = decider
    }
}

/// On which program a session goes on.
package struct Placement: Sendable {
    package enum Outcome: Hashable, Sendable {
        case current
        /// The session went over to the current program.
        case moved
        /// The current program has another contract at this step: the session stays on its own.
        case pinned(flow: String, step: String)
    }

    package let decider: TurnDecider
    package let session: Session
    package let outcome: Outcome
}

/// Why a stored session cannot go on.
package enum RegistryError: Error, Hashable, Sendable {
    case store(StoreError)
    /// The program it is pinned to is not archived, or no longer compiles to the same digest.
    case unknownProgram(ProgramDigest)
    case damagedSession

    package var sentence: String {
        switch self {
        case .store(let error): error.sentence
        case .unknownProgram(let digest):
            "a conversation is pinned to program \(digest.short), which is not archived here"
        case .damagedSession: "a stored conversation does not fit its program"
        }
    }
}

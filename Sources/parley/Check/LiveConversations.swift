import CommandLineSupport
import ConversationRuntime
import Conversations
import FlowCompiler
import FlowInterpreter
import FlowProgram
import ModelChecker
import Storage
import StorageSQLite

/// The conversations of a store that are going on, by the edition they run on and where they wait.
///
/// A state is sealed, so each contact is opened once, one after the other; nothing is written.
struct LiveConversations {
    /// By the digest of their edition.
    private(set) var waits: [ProgramDigest: [LiveWait: Int]] = [:]
    /// The editions met; `nil` for one that the store does not have, or that compiles no more.
    private(set) var editions: [ProgramDigest: Program?]
    /// Conversations on the new edition.
    private(set) var current = 0
    /// Conversations whose edition is lost.
    private(set) var lost = 0
    /// Contacts that do not open with their keys.
    private(set) var unreadable = 0

    private static let piece = 256

    private init(old: Program) {
        editions = [old.digest: old]
    }

    /// Counts the conversations of the store in `path`.
    ///
    /// - Throws: `Failure.cannotRun` when the old edition never ran there, or when something of the
    ///   store would have to be finished first.
    static func read(
        _ path: String,
        _ key: KeySource,
        of against: CheckAgainst,
        to new: Program,
        isQuiet: Bool
    ) throws -> LiveConversations {
        let folder = try StoreOpening.open(path)
        defer { try? folder.close() }
        let old = against.old
        // The engine would archive an edition that is new to the store, and finish erasures.
        guard try folder.store.archivedProgram(old.digest.bytes) != nil else {
            throw Failure.cannotRun(
                "program \(old.digest.short) never ran on the store in `\(path)`; name with "
                    + "--against the edition that did"
            )
        }
        guard try folder.store.erasureJobs().isEmpty else {
            throw Failure.cannotRun(
                "an erasure in the store in `\(path)` was interrupted, and this changes nothing; "
                    + "have it finished first: `parley retention plan` does"
            )
        }
        let engine = try Engine(
            program: old,
            sources: against.sources,
            store: folder.store,
            vault: folder.vault,
            key: try key.load(),
            clock: StoreClock(notBefore: nil),
            entropy: .system
        )
        let progress = Progress(
            total: UInt64(try folder.vault.contactCount()),
            isShown: !isQuiet && Terminal.isOutput
        )
        var live = LiveConversations(old: old)
        try live.count(engine, to: new, progress)
        progress.finish()
        return live
    }

    private mutating func count(
        _ engine: Engine,
        to new: Program,
        _ progress: Progress
    ) throws(EngineError) {
        var last: ContactID?
        var contacts: UInt64 = 0
        while true {
            let piece = try engine.pseudonyms(after: last, limit: Self.piece)
            guard let end = piece.last else { return }
            for id in piece {
                if let session = try session(of: id, engine) { try add(session, engine, to: new) }
                contacts += 1
                progress.show(contacts)
            }
            last = end
        }
    }

    private mutating func session(
        of id: ContactID,
        _ engine: Engine
    ) throws(EngineError) -> Session? {
        do throws(EngineError) {
            guard case .current(let address) = try engine.place(of: id) else { return nil }
            return try engine.state(of: address)?.session
        } catch .tampered {
            // One damaged contact keeps no other from being counted.
            unreadable += 1
            return nil
        }
    }

    private mutating func add(
        _ session: Session,
        _ engine: Engine,
        to new: Program
    ) throws(EngineError) {
        let digest = session.program
        guard digest != new.digest else {
            current += 1
            return
        }
        guard let edition = try edition(digest, engine.store), session.fits(edition) else {
            lost += 1
            return
        }
        waits[digest, default: [:]][LiveWait(session, from: edition, to: new), default: 0] += 1
    }

    private mutating func edition(
        _ digest: ProgramDigest,
        _ store: any ConversationStore
    ) throws(EngineError) -> Program? {
        if let known = editions[digest] { return known }
        let bytes: [UInt8]?
        do {
            bytes = try store.archivedProgram(digest.bytes)
        } catch {
            throw .store(error)
        }
        let program = bytes.flatMap { try? ProgramArchive.sources($0) }
            .flatMap { WorkspaceCompiler.compile($0).program }
        let edition = program?.digest == digest ? program : nil
        editions[digest] = .some(edition)
        return edition
    }
}

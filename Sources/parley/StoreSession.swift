import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import FlowCompiler
import FlowProgram
import Foundation
import Storage
import StorageSQLite

/// A store that exists, opened with its key and running the workspace's flows: what the commands
/// on contacts and consent work with.
struct StoreSession {
    let engine: Engine
    let program: Program
    let folder: StoreFolder

    /// Opens the store; erasures that a crash interrupted are finished first.
    ///
    /// A store that is behind what was published of its log is refused, unless that is what is to
    /// be declared (`checksPublished`).
    static func open(
        _ store: StoreOption,
        _ key: KeyOption,
        checksPublished: Bool = true
    ) throws -> StoreSession {
        let (program, sources) = try store.workspace.program()
        let halves = ["keys.db", "parley.db"]
        // One half alone is a loss, which opening names; none is a place that holds no store.
        guard
            halves.contains(where: { FileManager.default.fileExists(atPath: "\(store.path)/\($0)") }
            )
        else {
            throw Failure.cannotRun("there is no store in `\(store.path)`; name one with `--store`")
        }
        let (folder, secret) = try StoreOpening.openOrMake(
            store.path,
            key.source(for: store.path),
            at: SystemClock().now()
        )
        do {
            let last = try folder.store.heads(from: folder.store.frontier().size, limit: 1).last
            let engine = try Engine(
                program: program,
                sources: sources,
                store: folder.store,
                vault: folder.vault,
                key: secret,
                clock: StoreClock(notBefore: last?.time),
                entropy: .system,
                sinks: CheckpointSinks.declared(
                    in: program.audit,
                    workspace: store.workspace.workspace
                )
            )
            if checksPublished { try engine.log.checkPublished() }
            return StoreSession(engine: engine, program: program, folder: folder)
        } catch {
            // What went wrong matters more than a store that does not close after it.
            try? folder.close()
            throw error
        }
    }

    /// Opens the store, runs `body`, and closes the store whole in its own files.
    static func with<Value>(
        _ store: StoreOption,
        _ key: KeyOption,
        _ body: (StoreSession) async throws -> Value
    ) async throws -> Value {
        let session = try open(store, key)
        do {
            let value = try await body(session)
            try session.engine.log.keepUp(at: session.engine.clock.now())
            try session.close()
            return value
        } catch {
            try? session.close()
            throw error
        }
    }

    func close() throws {
        try folder.close()
    }
}

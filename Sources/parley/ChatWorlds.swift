import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import FlowCompiler
import FlowProgram
import Simulator
import Storage
import StorageSQLite

/// Makes the store a chat runs on: the one that is kept, or a temporary one for each world.
final class ChatWorlds {
    private let store: String?
    private let key: KeyOption
    private let workspace: String
    private var open: StoreFolder?
    /// The world on a store that is kept, whose log is kept up to date as well.
    private var kept: ChatWorld?

    init(store: String?, key: KeyOption, workspace: String) {
        self.store = store
        self.workspace = workspace
        self.key = key
    }

    func make(
        _ header: Transcript.Header,
        _ program: Program,
        _ sources: WorkspaceSources
    ) throws -> ChatWorld {
        try close()
        return try store.map { try kept($0, header, program, sources) }
            ?? throwaway(header, program, sources)
    }

    private func kept(
        _ path: String,
        _ header: Transcript.Header,
        _ program: Program,
        _ sources: WorkspaceSources
    ) throws -> ChatWorld {
        let (folder, secret) = try StoreOpening.openOrMake(
            path,
            key.source(for: path),
            at: header.start
        )
        open = folder
        let frontier = try folder.store.frontier()
        // A conversation goes on where the last one stopped: its clock never runs backwards.
        let last = try folder.store.heads(from: frontier.size, limit: 1).last?.time
        let clock = VirtualClock(max(header.start, last ?? header.start))
        let world = try ChatSetup.world(
            program,
            sources,
            header,
            store: folder.store,
            vault: folder.vault,
            key: secret,
            clock: clock,
            run: frontier.size,
            sinks: CheckpointSinks.declared(in: program.audit, workspace: workspace)
        )
        kept = world
        return world
    }

    private func throwaway(
        _ header: Transcript.Header,
        _ program: Program,
        _ sources: WorkspaceSources
    ) throws -> ChatWorld {
        let path = TemporaryFolders.make(named: "parley-chat")
        let folder = try StoreFolder(path: path)
        open = folder
        return try ChatSetup.world(
            program,
            sources,
            header,
            store: folder.store,
            vault: folder.vault,
            key: KeyEncryptionKey.generate(epoch: 1),
            clock: VirtualClock(header.start)
        )
    }

    /// Closes the store, so that it is whole in its own files, and removes one that was only for
    /// this chat; its key was never written anywhere.
    func close() throws {
        defer {
            (open, kept) = (nil, nil)
            TemporaryFolders.removeAll()
        }
        let signing = Result { try kept.map { try $0.engine.log.keepUp(at: $0.clock.now()) } }
        try open?.close()
        try signing.get()
    }
}

import Audit
package import Clocks
package import ConversationRuntime
package import Encryption
package import FlowCompiler
package import FlowProgram
package import Storage

/// Makes the worlds conversations are played in.
package enum ChatSetup {
    /// A world in memory, for tests: nothing is left behind.
    package static func inMemory(
        _ program: Program,
        _ sources: WorkspaceSources,
        _ header: Transcript.Header
    ) throws(EngineError) -> ChatWorld {
        let clock = VirtualClock(header.start)
        return try world(
            program,
            sources,
            header,
            store: MemoryStore(),
            vault: MemoryVault(),
            key: KeyEncryptionKey.generate(epoch: 1),
            clock: clock
        )
    }

    /// A world on a given store, whose vault is initialised when it is new.
    ///
    /// A store that is behind what was published of its log is refused.
    ///
    /// `run` tells apart the runs on one store: with the same one, the same things are drawn.
    package static func world(
        _ program: Program,
        _ sources: WorkspaceSources,
        _ header: Transcript.Header,
        store: any ConversationStore,
        vault: any KeyVault,
        key: KeyEncryptionKey,
        clock: VirtualClock,
        run: UInt64 = 0,
        sinks: [any CheckpointSink] = []
    ) throws(EngineError) -> ChatWorld {
        do throws(StoreError) {
            // Keys made anew for a log that exists would open nothing that was stored before.
            if try vault.settings() == nil, try store.frontier().size > 0 {
                throw .missingHalf(file: "keys.db")
            }
        } catch {
            throw .store(error)
        }
        try Vaults.initialize(vault, with: key, at: clock.now())
        let engine = try Engine(
            program: program,
            sources: sources,
            store: store,
            vault: vault,
            key: key,
            clock: clock,
            entropy: Entropy(seed: header.seed &+ run &* 0xd134_2543_de82_ef95),
            explains: true,
            sinks: sinks
        )
        do {
            try engine.log.checkPublished()
        } catch {
            throw .log(error)
        }
        return ChatWorld(engine: engine, clock: clock, header: header, run: String(run))
    }
}

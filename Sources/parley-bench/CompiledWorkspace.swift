import ConversationRuntime
import Conversations
import Encryption
import FlowCompiler
import FlowProgram
import Storage

/// The program that is measured, with its sources.
struct CompiledWorkspace: Sendable {
    let program: Program
    let sources: WorkspaceSources

    init(path: String) throws {
        var diagnostics = Diagnostics()
        sources = try WorkspaceFolder(path: path).sources(into: &diagnostics)
        guard let program = WorkspaceCompiler.compile(sources).program else {
            throw BenchError("the workspace does not compile; see `parley check`")
        }
        self.program = program
    }

    /// An engine with a key of its own, on a store and a vault that are new.
    func engine(on store: any ConversationStore, _ vault: any KeyVault) throws -> Engine {
        let key = KeyEncryptionKey.generate(epoch: 1)
        try Vaults.initialize(vault, with: key, at: SystemClock().now())
        return try Engine(
            program: program,
            sources: sources,
            store: store,
            vault: vault,
            key: key,
            clock: SystemClock(),
            entropy: .system
        )
    }
}

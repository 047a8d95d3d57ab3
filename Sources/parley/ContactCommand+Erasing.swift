import ArgumentParser
import CommandLineSupport
import ConversationRuntime
import Conversations

struct ContactEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a contact by destroying their keys, and prove it (Art. 17 GDPR).",
        discussion: """
            Everything sealed about the contact becomes noise, in this store and in every copy of \
            it that lacks their keys. It cannot be undone. The audit log keeps its entries under a \
            pseudonym that leads to nobody any more. If the person had said no, a keyed hash of \
            the address keeps that no.

            What is printed is the proof: when, what was destroyed, which leaf of the log says so, \
            and whom else to tell. It names nobody, so it can be kept.
            """
    )

    @OptionGroup var contact: ContactOption

    @Flag(name: .long, help: "Do not ask before erasing.")
    var yes = false

    @Option(name: .long, help: "A new file to write the proof to, as JSON.")
    var output: String?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            if let output { try PrivateOutput.require(newFile: output) }
            try await contact.open { session, address in
                guard let state = try session.engine.state(of: address) else {
                    throw Failure.noContact
                }
                try confirm(state)
                let receipt = try await session.engine.erase(
                    address,
                    because: .request,
                    by: .operator
                )
                guard let receipt else { throw Failure.noContact }
                let proof = ErasureProof(
                    receipt,
                    channels: Set(state.identities.map(\.channel)),
                    in: session.program
                )
                if let output { try write(proof, to: output) }
                Output.text(json ? proof.json : [UInt8](proof.text.utf8))
            }
        }
    }

    /// What is about to go, and a word that nobody types by accident.
    private func confirm(_ state: ContactState) throws {
        guard !yes, Terminal.isInput, Terminal.isOutput else { return }
        let addresses = state.identities.map(\.description).joined(separator: ", ")
        Output.line("Everything about \(addresses) will be destroyed. It cannot be undone.")
        print("Type `erase` to go on: ", terminator: "")
        Output.flush()
        guard readLine() == "erase" else {
            throw Failure.cannotRun("nothing was erased")
        }
    }

    private func write(_ proof: ErasureProof, to path: String) throws {
        do {
            try PrivateOutput.write(proof.json, to: path)
        } catch {
            // The erasure is done: its proof must not be lost with the file.
            Output.text(proof.json)
            throw error
        }
    }
}

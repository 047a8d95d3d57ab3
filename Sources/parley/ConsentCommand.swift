import ArgumentParser
import Clocks
import CommandLineSupport
import Consent
import ConsentRecords
import ConversationRuntime
import Conversations
import Encryption
import JSONCoding

struct ConsentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "What a contact consented to, the proof of it, and checking a proof.",
        discussion: """
              parley consent list --contact +491700000001
              parley consent receipt +491700000001 --purpose newsletter --format html \
            --output proof.html
              parley consent key > keys.json       the public keys, to be published
              parley consent verify receipt.jws --key keys.json

            Exit status: 0 holds, 1 does not hold, 2 could not run.
            """,
        subcommands: [
            ConsentListCommand.self, ConsentReceiptCommand.self, ConsentVerifyCommand.self,
            ConsentKeyCommand.self,
        ]
    )
}

struct ConsentListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Where each consent stands, of one contact or of all.",
        discussion: """
            Without --contact every consent under its pseudonym, which names nobody. Looking at \
            one contact is written down: a `data.disclosed` leaf says so.
            """
    )

    @Option(name: .long, help: "The contact's address, such as +491700000001.")
    var contact: String?

    @Option(name: .long, help: "The channel of the address; default the workspace's only one.")
    var channel: String?

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Flag(name: .long, help: "One JSON object a consent.")
    var json = false

    func run() async throws {
        try await ending {
            try await StoreSession.with(store, key) { session in
                guard let contact else {
                    try listAll(session)
                    return
                }
                let address = try session.program.address(contact, channel)
                let dossiers = try await session.engine.dossiers(of: address)
                guard try session.engine.state(of: address) != nil else { throw Failure.noContact }
                // That nothing was asked for says something about the person as well.
                try await session.engine.recordDisclosure(of: address, as: .shown)
                if dossiers.isEmpty, !json { Output.line("no consent was ever asked for") }
                show(dossiers)
            }
        }
    }

    private func listAll(_ session: StoreSession) throws {
        let dossiers = try session.engine.dossiers { _ in }
        if dossiers.isEmpty, !json { Output.line("no consent was ever asked for") }
        show(dossiers.map { $0.pseudonymised() })
    }

    private func show(_ dossiers: [ConsentDossier]) {
        for dossier in dossiers { Output.line(json ? dossier.summary.compact : dossier.line) }
    }
}

struct ConsentKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "The public keys that the store's receipts are checked with.",
        discussion: """
            A JSON Web Key Set (RFC 7517), made to be published. A store that has signed nothing \
            yet gets its key now. Keys that sign no more are in the set as well: what they signed \
            still holds.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    func run() async throws {
        try await ending {
            try await StoreSession.with(store, key) { session in
                let current = try session.engine.signingKey().publicKey
                let others = try session.folder.signingKeys().filter { $0 != current }
                let keys = ([current] + others).map(\.jwk).joined(separator: ",\n  ")
                Output.line("{\"keys\": [\n  \(keys)\n]}")
            }
        }
    }
}

extension ConsentDossier {
    /// One line for people.
    fileprivate var line: String {
        let since = events.last.map { "  since \($0.at.text)" } ?? ""
        let end = giving?.validUntil.map { "  until \($0.text)" } ?? ""
        return "\(purpose.id)  \(channel)  \(state.rawValue)\(since)\(state.isValid ? end : "")"
    }

    fileprivate var summary: JSONValue {
        [
            "contact": .text(Hex.encode(subject.pseudonym)),
            "purpose": .text(purpose.id.name),
            "channel": .text(channel),
            "state": .text(state.rawValue),
            "isValid": .boolean(state.isValid),
            "since": events.last.map { .text($0.at.text) } ?? .null,
            "givenAt": giving.map { .text($0.at.text) } ?? .null,
            "validUntil": state.isValid
                ? giving?.validUntil.map { .text($0.text) } ?? .null : .null,
            "notice": giving?.notice.map { .text($0.version.description) } ?? .null,
        ]
    }
}

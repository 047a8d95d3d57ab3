import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import JSONCoding
import Storage
import StorageSQLite

struct APIKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api-key",
        abstract: "Make, list and revoke the keys that programs call the daemon with.",
        discussion: """
            A key is shown once, and kept as a hash. While a daemon has the store, its interface \
            does the same for a key with the scope keys:admin.
            """,
        subcommands: [
            APIKeyCreateCommand.self, APIKeyListCommand.self, APIKeyRevokeCommand.self,
        ]
    )
}

struct APIKeyCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a key, and show it this once.",
        discussion: """
            Scopes: \(APIScope.allCases.map { "\($0.rawValue) (\($0.sentence))" }
                .joined(separator: "; ")).
            """
    )

    @OptionGroup var store: StoreOption

    @Argument(help: "What people call it: who uses it, and for what.")
    var name: String

    @Option(name: .long, help: "A scope; repeat it.")
    var scope: [String] = []

    @Option(name: .long, help: "Days until it expires; without, it does not.")
    var days: Int?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            guard let label = APIKeyName(name) else {
                throw Failure.cannotRun(
                    "a name is 1 to \(APIKeyName.limit) characters on one line"
                )
            }
            let scopes = try scope.map { text in
                guard let scope = APIScope(rawValue: text) else {
                    let known = APIScope.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Failure.cannotRun("there is no scope `\(text)`; there are \(known)")
                }
                return scope
            }
            let now = SystemClock().now()
            let made = try APIKeyStores.with(store) { keys throws(APIKeyError) in
                try keys.create(
                    name: label,
                    scopes: scopes,
                    expires: days.map { now.adding(.days(Int64($0))) },
                    at: now
                )
            }
            guard json else {
                Output.line(made.text.text)
                Output.error("keep it now: it cannot be shown again")
                return
            }
            let shown: JSONValue = [
                "id": .text(made.key.id), "key": .text(made.text.text),
                "name": .text(made.key.name), "scopes": .list(made.key.scopes.map { .text($0) }),
            ]
            Output.line(shown.compact)
        }
    }
}

struct APIKeyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every key there is or was, without the keys themselves."
    )

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON, an object a line.")
    var json = false

    func run() async throws {
        try await ending {
            let keys = try APIKeyStores.with(store) { keys throws(APIKeyError) in
                try keys.list()
            }
            let now = SystemClock().now()
            for key in keys { Output.line(json ? key.json.compact : key.line(at: now)) }
            if keys.isEmpty, !json {
                Output.line("no keys; `parley api-key create NAME --scope SCOPE` makes one")
            }
        }
    }
}

struct APIKeyRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Have a key work no more, for good."
    )

    @OptionGroup var store: StoreOption

    @Argument(help: "The key's id, as `parley api-key list` shows it.")
    var id: String

    func run() async throws {
        try await ending {
            let revoked = try APIKeyStores.with(store) { keys throws(APIKeyError) in
                try keys.revoke(id, at: SystemClock().now())
            }
            guard revoked != nil else {
                throw Failure.cannotRun("there is no key with this id; see `parley api-key list`")
            }
            Output.line("revoked \(id)")
        }
    }
}

/// The keys of a store that no daemon has.
private enum APIKeyStores {
    static func with<Value>(
        _ store: StoreOption,
        _ body: (APIKeys) throws(APIKeyError) -> Value
    ) throws -> Value {
        let folder = try StoreOpening.open(store.path)
        let keys = APIKeys(store: folder.vault, log: folder.store, entropy: .system)
        let outcome = Result { () throws(APIKeyError) in try body(keys) }
        try folder.close()
        do {
            return try outcome.get()
        } catch {
            throw Failure.cannotRun(error.sentence)
        }
    }
}

extension StoredAPIKey {
    fileprivate func line(at now: Timestamp) -> String {
        let state =
            if let revokedAt {
                "revoked \(revokedAt.text)"
            } else if let expiresAt {
                expiresAt <= now ? "expired \(expiresAt.text)" : "until \(expiresAt.text)"
            } else {
                "live"
            }
        return "\(id)  \(state)  \(name)  \(scopes.joined(separator: " "))"
    }

    fileprivate var json: JSONValue {
        .members([
            "id": .text(id), "name": .text(name), "scopes": .list(scopes.map { .text($0) }),
            "created": .text(createdAt.text), "expires": expiresAt.map { .text($0.text) },
            "revoked": revokedAt.map { .text($0.text) },
            "lastUsed": lastUsedAt.map { .text($0.text) },
        ])
    }
}

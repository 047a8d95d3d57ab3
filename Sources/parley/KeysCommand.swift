import ArgumentParser
import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import Foundation
import Storage
import StorageSQLite

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make and list the keys of a store.",
        subcommands: [KeysInitCommand.self, KeysListCommand.self]
    )
}

struct KeysInitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a key-encryption key and a store sealed with it.",
        discussion: """
            The key is written to a file that only you can read (0400). Keep a copy of it apart \
            from the store: without it nothing in the store can be read, which is also how \
            a store is destroyed. An existing key or store is never replaced.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let source = key.source(for: store.path)
            if FileManager.default.fileExists(atPath: "\(store.path)/keys.db") {
                throw Failure.cannotRun(
                    "there is a store in `\(store.path)` already; nothing was changed"
                )
            }
            let (folder, secret) = try StoreOpening.openOrMake(
                store.path,
                source,
                at: SystemClock().now()
            )
            try folder.close()
            let name = secret.identifier
            Output.line(
                json
                    ? "{\"store\": \(JSONText.quoted(store.path)), "
                        + "\"key\": \(JSONText.quoted(name)), \"epoch\": \(secret.epoch)}"
                    : "store \(store.path) is sealed with key \(name), epoch \(secret.epoch)"
            )
        }
    }
}

struct KeysListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Which key a store wants, since when, and for how many contacts."
    )

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            guard let settings = try folder.vault.settings() else {
                throw Failure.cannotRun("the store in `\(store.path)` has no key yet")
            }
            let identifier: String
            do {
                identifier = try WrappedIndexKey(bytes: settings.wrappedIndexKey).identifier
            } catch {
                throw StoreError.corrupt(file: "keys.db")
            }
            let contacts = try folder.vault.contactCount()
            if json {
                Output.line(
                    "{\"key\": \(JSONText.quoted(identifier)), \"epoch\": \(settings.keyEpoch), "
                        + "\"created\": \(JSONText.quoted(settings.createdAt.text)), "
                        + "\"contacts\": \(contacts)}"
                )
            } else {
                Output.line(
                    "key \(identifier)  epoch \(settings.keyEpoch)  "
                        + "since \(settings.createdAt.text)  \(contacts) contacts"
                )
            }
            try folder.close()
        }
    }
}

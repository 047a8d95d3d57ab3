import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import Storage
import StorageSQLite

struct AuditHoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Legal holds: while one stands, nothing is removed from the log.",
        discussion: """
            A hold has a name, such as case-2026-17. It stands in the log in clear, so it must \
            not name a person. Placing and lifting are leaves of the log.
            """,
        subcommands: [
            AuditHoldPlaceCommand.self, AuditHoldLiftCommand.self, AuditHoldListCommand.self,
        ]
    )
}

struct AuditHoldPlaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Place a hold."
    )

    @OptionGroup var hold: HoldArguments

    func run() async throws {
        try await ending {
            try await hold.set(isPlaced: true)
            Output.line("\(hold.name) stands: nothing is removed from the log")
        }
    }
}

struct AuditHoldLiftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lift",
        abstract: "Lift a hold."
    )

    @OptionGroup var hold: HoldArguments

    func run() async throws {
        try await ending {
            try await hold.set(isPlaced: false)
            Output.line("\(hold.name) is lifted")
        }
    }
}

struct HoldArguments: ParsableArguments {
    @Argument(help: "The hold's name: letters, digits, `-` and `.`.")
    var name: String

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    func set(isPlaced: Bool) async throws {
        guard LogKeeper.isHoldName(name) else {
            throw Failure.cannotRun(
                "`\(name)` cannot name a hold: use letters, digits, `-` and `.`, at most 64"
            )
        }
        try await StoreSession.with(store, key) { session in
            let log = session.engine.log
            let stands = try log.holds().contains { $0.name == name }
            guard stands != isPlaced else {
                throw Failure.cannotRun(
                    isPlaced ? "the hold \(name) stands already" : "there is no hold \(name)"
                )
            }
            try log.setHold(name, isPlaced: isPlaced, at: session.engine.clock.now())
        }
    }
}

struct AuditHoldListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The holds that stand."
    )

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            let holds = try folder.store.holds()
            try folder.close()
            if holds.isEmpty, !json { Output.line("no hold stands") }
            for hold in holds {
                Output.line(
                    json
                        ? "{\"name\": \(JSONText.quoted(hold.name)), "
                            + "\"since\": \(JSONText.quoted(hold.since.text))}"
                        : "\(hold.since.text)  \(hold.name)"
                )
            }
        }
    }
}

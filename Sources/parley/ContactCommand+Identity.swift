import ArgumentParser
import CommandLineSupport
import ConversationRuntime
import Conversations

struct ContactSuppressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress",
        abstract: "STOP for an address, whether it was ever seen or not.",
        discussion: """
            For a STOP that came by letter, by telephone or from a blocklist. An address never \
            seen leaves nothing but its keyed hash. It outlives erasure, and a new import does not \
            undo it: only the person can, by asking and confirming again.
            """
    )

    @OptionGroup var contact: ContactOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.open { session, address in
                try await session.engine.suppress(address)
                ContactChanges(nil).print(
                    "suppressed: nothing is sent to this address any more",
                    json: json
                )
            }
        }
    }
}

struct ContactMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make one contact of two that are the same person.",
        discussion: """
            Each consent takes the more restrictive of its two states: a withdrawal of either \
            holds for both. It cannot be taken apart again.
            """
    )

    @OptionGroup var contact: ContactOption

    @Argument(help: "The address of the other contact, which goes on as the first.")
    var duplicate: String

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.open { session, address in
                let other = try session.program.address(duplicate, contact.channel)
                guard try session.engine.state(of: address) != nil,
                    try session.engine.state(of: other) != nil
                else { throw Failure.noContact }
                let report = try await session.engine.merge(other, into: address, by: .operator)
                guard let report else {
                    throw Failure.cannotRun("both addresses are the same contact's already")
                }
                ContactChanges(report).print(
                    "merged: one contact, under both addresses",
                    json: json
                )
            }
        }
    }
}

struct ContactLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Record that another address is the same contact's.",
        discussion: """
            Consent stays with the channel it was given on. An address that said STOP before, or \
            that is another contact's, brings its no along.
            """
    )

    @OptionGroup var contact: ContactOption

    @Argument(help: "The other address.")
    var other: String

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.open { session, known in
                let address = try session.program.address(other, contact.channel)
                guard try session.engine.state(of: known) != nil else { throw Failure.noContact }
                let report = try await session.engine.link(address, to: known, by: .operator)
                guard let report else {
                    throw Failure.cannotRun("both addresses are the same contact's already")
                }
                ContactChanges(report).print(
                    "linked: one contact, under both addresses",
                    json: json
                )
            }
        }
    }
}

import ArgumentParser
import CommandLineSupport
import Conversations
import ConversationRuntime
import FlowProgram

/// Which contact a command is about, in which store.
struct ContactOption: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The contact's address, such as +491700000001.",
            discussion: "With CHANNEL: before it, or --channel, it is that channel's."
        )
    )
    var address: String

    @Option(name: .long, help: "The channel of the address; default the workspace's only one.")
    var channel: String?

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    /// Opens the store and runs `body` with the address.
    func open(
        _ body: (StoreSession, ContactAddress) async throws -> Void
    ) async throws {
        try await StoreSession.with(store, key) { session in
            try await body(session, session.program.address(address, channel))
        }
    }
}

extension Program {
    /// Reads an address as people type it: `CHANNEL:ADDRESS`, or without the channel where there is
    /// no doubt about it.
    func address(_ text: String, _ channel: String?) throws -> ContactAddress {
        let names = channels.map(\.name)
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let isQualified = parts.count == 2 && names.contains(parts[0])
        guard let name = isQualified ? parts[0] : channel ?? onlyChannel else {
            throw Failure.cannotRun(
                "the workspace has several channels; name one with `--channel`: "
                    + names.joined(separator: ", ")
            )
        }
        guard names.isEmpty || names.contains(name) else {
            throw Failure.cannotRun(
                "there is no channel `\(name)`; there is \(names.joined(separator: ", "))"
            )
        }
        let bare = isQualified ? parts[1] : text
        guard let address = ContactAddress(channel: name, text: bare) else {
            throw Failure.cannotRun("this is no address: it is empty, too long or unprintable")
        }
        return address
    }

    private var onlyChannel: String? {
        switch channels.count {
        // As `parley chat` calls the channel of a workspace without any.
        case 0: "chat"
        case 1: channels[0].name
        default: nil
        }
    }
}

extension Failure {
    /// The sentence never repeats the address: what is on a screen gets into logs.
    static let noContact = Failure.cannotRun(
        "nothing is stored about this address; check it, and its channel"
    )
}

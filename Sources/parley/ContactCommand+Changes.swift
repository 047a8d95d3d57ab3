import ArgumentParser
import Clocks
import CommandLineSupport
import Consent
import ConversationRuntime
import Conversations
import Simulator

/// What came of a change, for people and as JSON.
struct ContactChanges {
    let notes: [TurnNote]

    init(_ report: TurnReport?) {
        // Messages are for the contact; whatever was queued leaves with the next delivery.
        notes = (report?.notes ?? []).filter { note in
            switch note {
            case .said, .withheld, .deferred, .operated, .silence, .unanswered,
                .answeredByProvider:
                false
            case .noticeShown, .consent, .consentRefused, .optedOut, .optedIn, .ended, .refused,
                .restricted, .exercised, .answered:
                true
            }
        }
    }

    func print(_ sentence: String, json: Bool) {
        guard json else {
            Output.line(sentence)
            for line in notes.flatMap({ ChatLine.note($0).lines }) { Output.line(line) }
            return
        }
        let changes = notes.compactMap { note -> String? in
            guard case .consent(let change) = note else { return nil }
            return "{\"purpose\": \(JSONText.quoted(change.purpose.name)), "
                + "\"channel\": \(JSONText.quoted(change.key.channel)), "
                + "\"from\": \(JSONText.quoted(change.from.rawValue)), "
                + "\"to\": \(JSONText.quoted(change.to.rawValue))}"
        }
        let due = notes.compactMap { note -> Timestamp? in
            if case .exercised(_, let due) = note { due } else { nil }
        }.first
        Output.line(
            "{\"done\": \(JSONText.quoted(sentence)), "
                + "\"dueAt\": \(due.map { JSONText.quoted($0.text) } ?? "null"), "
                + "\"consent\": [\(changes.joined(separator: ", "))]}"
        )
    }
}

extension ContactOption {
    /// Does something to a contact that exists.
    func perform(
        _ operation: Operation,
        done sentence: String,
        json: Bool
    ) async throws {
        try await open { session, address in
            let report = try await session.engine.perform(operation, by: .operator, for: address)
            guard let report else { throw Failure.noContact }
            ContactChanges(report).print(sentence, json: json)
        }
    }
}

struct ContactRestrictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restrict",
        abstract: "Keep a contact's data, and use them for nothing else (Art. 18 GDPR).",
        discussion: """
            No flow sees what the contact writes, and nothing is sent but answers to their rights. \
            STOP still works. `parley contact release` ends it.
            """
    )

    @OptionGroup var contact: ContactOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.perform(
                .exercise(.restriction),
                done: "restricted: kept, and used for nothing else",
                json: json
            )
        }
    }
}

struct ContactReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "End a restriction: what it waited for is settled.",
        // LAW: Art. 18(3) GDPR.
        discussion: "Tell the person before you do: Art. 18(3) GDPR asks for it."
    )

    @OptionGroup var contact: ContactOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.perform(
                .liftRestriction,
                done: "released: the data may be used again as agreed",
                json: json
            )
        }
    }
}

struct ContactObjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object",
        abstract: "No more direct marketing for a contact (Art. 21 GDPR).",
        discussion: "Withdraws every purpose marked as marketing; the others stay as they are."
    )

    @OptionGroup var contact: ContactOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.perform(
                .exercise(.objection),
                done: "objected: every marketing purpose is withdrawn",
                json: json
            )
        }
    }
}

struct ContactRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Write down that the person asked for something, and start its month.",
        discussion: """
            For requests that came by letter or telephone and are answered later. Access and \
            portability are answered by `export`, a rectification by `rectify`. The other rights \
            need no waiting: `restrict`, `erase`, `object`.
            """
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case access, portability, rectification

        var right: Right {
            switch self {
            case .access: .access
            case .portability: .portability
            case .rectification: .rectification
            }
        }
    }

    @OptionGroup var contact: ContactOption

    @Argument(help: "access, portability or rectification.")
    var right: Kind

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.perform(
                .exercise(right.right),
                done: "recorded: the right to \(right.rawValue)",
                json: json
            )
        }
    }
}

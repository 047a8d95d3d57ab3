import ArgumentParser
import CommandLineSupport
import Consent
import ConversationRuntime
import Conversations

struct ContactShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What is kept about a contact, with addresses masked.",
        discussion: """
            Looking is written down: a `data.disclosed` leaf says that the contact was shown. To \
            hand the data to the person, use `parley contact export`.
            """
    )

    @OptionGroup var contact: ContactOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await contact.open { session, address in
                guard let data = try await session.engine.show(address, by: .operator) else {
                    throw Failure.noContact
                }
                Output.text(json ? data.json : [UInt8](data.text.utf8))
            }
        }
    }
}

struct ContactExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "The copy of a contact's data, for the contact.",
        discussion: """
            Access (Art. 15 GDPR) has everything: what the data are for, who receives them, how \
            long they stay, every proof of consent. Portability (Art. 20 GDPR) has what the person \
            provided, for another controller to read. An open request for that right is closed, \
            and a `data.disclosed` leaf says that data were exported.
            """
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case access, portability
    }

    @OptionGroup var contact: ContactOption

    @Option(name: .long, help: "access or portability.")
    var right = Kind.access

    @Option(name: .long, help: "A new file to write, readable by you only.")
    var output: String?

    @Flag(name: .long, help: "Write JSON.")
    var json = false

    func run() async throws {
        try await ending {
            if let output { try PrivateOutput.require(newFile: output) }
            try await contact.open { session, address in
                let kind: Right =
                    switch right {
                    case .access: .access
                    case .portability: .portability
                    }
                let export = try await session.engine.export(address, as: kind, by: .operator)
                guard let export else { throw Failure.noContact }
                let bytes = json ? export.json : [UInt8](export.text.utf8)
                guard let output else { return Output.text(bytes) }
                try PrivateOutput.write(bytes, to: output)
                Output.line("wrote \(output); only you can read it")
            }
        }
    }
}

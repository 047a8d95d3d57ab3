import ArgumentParser
import Channels
import Clocks
import CommandLineSupport
import ConversationRuntime
import Conversations
import Foundation
import JSONCoding

struct ChannelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channel",
        abstract: "Read and check captured webhooks.",
        discussion: """
            Providers: \(ChannelCatalog.all.map { $0.provider }.joined(separator: ", ")).
            """,
        subcommands: [ChannelDecodeCommand.self, ChannelVerifyCommand.self]
    )
}

/// A webhook's body from standard input, and the provider who sent it.
struct CapturedWebhook: ParsableArguments {
    /// Bytes of the largest body that is read.
    private static let limit = 4 << 20

    @Argument(help: "The provider: whatsapp, twilio, telegram or webhook.")
    var provider: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A field of the request's head; repeat it.", valueName: "name: value")
    )
    var header: [String] = []

    func type() throws -> any Channel.Type {
        guard let type = ChannelCatalog.type(of: provider) else {
            let known = ChannelCatalog.all.map { "`\($0.provider)`" }.joined(separator: ", ")
            throw Failure.cannotRun("there is no provider `\(provider)`; there are \(known)")
        }
        return type
    }

    func request(target: String) throws -> WebhookRequest {
        var fields: [(String, String)] = []
        for text in header {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Failure.cannotRun("a header is `Name: value`; one has no colon")
            }
            fields.append((parts[0], parts[1].trimmingCharacters(in: .whitespaces)))
        }
        let body = try FileHandle.standardInput.read(upToCount: Self.limit + 1) ?? Data()
        guard body.count <= Self.limit else {
            throw Failure.cannotRun("the body is larger than \(Self.limit >> 20) MB")
        }
        return WebhookRequest(
            target: target,
            headers: HTTPFieldList(fields),
            body: [UInt8](body)
        )
    }
}

struct ChannelDecodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "What a captured webhook tells of: one JSON object a line.",
        discussion: """
            Reads the body from standard input and checks no signature. What a contact wrote \
            is printed: mind where it goes.

            Exit status: 0 everything in it was read, 1 an item was not, 2 could not run.
            """
    )

    @OptionGroup var webhook: CapturedWebhook

    func run() async throws {
        try await ending {
            let events: [InboundEvent]
            do {
                events = try webhook.type().read(
                    captured: webhook.request(target: "/"),
                    at: SystemClock().now()
                )
            } catch let fault as WebhookFault {
                throw Failure.doesNotHold("the body is no webhook: \(fault.rawValue)")
            }
            for event in events { Output.line(event.json.compact) }
            if events.contains(where: \.isBroken) { throw ExitCode(1) }
        }
    }
}

struct ChannelVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Whether a captured webhook is the provider's.",
        discussion: """
            Reads the body from standard input, its fields from `--header`, and the secrets from \
            the variables of `parleyd serve`: PARLEY_CHANNEL_SECRET, with `--channel` for \
            the channel's name.

            Exit status: 0 it is, 1 it is not, 2 could not run.
            """
    )

    @OptionGroup var webhook: CapturedWebhook

    @Option(name: .long, help: "The channel's name; default the provider's.")
    var channel: String?

    @Option(name: .long, help: "The webhook's address as the provider has it, with its query.")
    var url: String?

    @Option(name: .long, help: "When the request came, RFC 3339; default now.")
    var at: String?

    func run() async throws {
        try await ending {
            let now = at.map { Timestamp($0) } ?? SystemClock().now()
            guard let now else { throw Failure.cannotRun("`--at` is no time") }
            let parts = (url ?? "").split(separator: "?", maxSplits: 1).map(String.init)
            let target = parts.count == 2 ? "/?\(parts[1])" : "/"
            let type = try webhook.type()
            let secrets = try ChannelSecretsReader(
                environment: ProcessInfo.processInfo.environment
            ).secrets(of: type, channel: channel ?? webhook.provider)
            do {
                try type.check(
                    captured: webhook.request(target: target),
                    secrets: secrets,
                    webhookURL: parts.first,
                    at: now
                )
            } catch CapturedWebhookFault.refused(let refusal) {
                throw Failure.doesNotHold("does not hold: \(refusal.rawValue)")
            } catch CapturedWebhookFault.unusable(let error) {
                throw Failure.cannotRun(error.text)
            }
            Output.line("holds: the webhook is the provider's")
        }
    }
}

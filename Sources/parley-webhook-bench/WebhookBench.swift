import ArgumentParser
import Channels
import Clocks
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ProviderSimulator

/// The two sides that the webhook benchmark needs besides the daemon: a server that does nothing,
/// and requests to send.
///
/// `Benchmarks/webhooks` puts them together.
@main
struct WebhookBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley-webhook-bench",
        abstract: "What `Benchmarks/webhooks` measures the daemon with.",
        subcommands: [ServeCommand.self, WebhooksCommand.self]
    )
}

/// A route that reads a body and does nothing with it: what the server itself costs.
///
/// It also stands in for the provider, and takes every message.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve")

    @Option(name: .long)
    var port = 9191

    func run() async throws {
        let router = Router(context: BasicRequestContext.self)
        let taken = #"{"messaging_product":"whatsapp","messages":[{"id":"1"}]}"#
        router.post("**") { request, _ in
            _ = try await request.body.collect(upTo: 3 << 20)
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: taken))
            )
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                serverName: nil
            ),
            logger: Logger(label: "idle") { _ in SwiftLogNoOpLogHandler() }
        )
        try await application.runService()
    }
}

/// Signed webhooks, a line each: the signature, a tab, the body.
struct WebhooksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "webhooks")

    @Option(name: .long)
    var count = 120_000

    @Option(name: .long, help: "Contacts that write in turn.")
    var contacts = 2000

    @Option(name: .long)
    var secret = "bench"

    @Option(name: .long)
    var sender = "100000000000001"

    func run() throws {
        let settings = ChannelSettings(
            name: "whatsapp",
            sender: sender,
            secrets: ChannelSecrets(["app-secret": [secret], "access-token": [secret]])
        )
        guard let provider = SimulatedWhatsApp(settings: settings) else { throw ExitCode(2) }
        let now = Timestamp(milliseconds: 1_793_520_000_000)
        var lines: [UInt8] = []
        for number in 0..<count {
            let webhook = provider.webhook(
                for: .text("hello"),
                of: "4917\(100_000_000 + number % contacts)",
                id: "wamid.\(number)",
                at: now
            )
            lines += [UInt8]((webhook.headers["x-hub-signature-256"] ?? "").utf8)
            lines.append(UInt8(ascii: "\t"))
            lines += webhook.body
            lines.append(UInt8(ascii: "\n"))
        }
        try FileHandle.standardOutput.write(contentsOf: Data(lines))
    }
}

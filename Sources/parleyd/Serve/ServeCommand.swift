import ArgumentParser
import CommandLineSupport
import ConversationRuntime
import Foundation
import Logging
import WebServer

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Talk with contacts through the workspace's providers.",
        discussion: """
            Webhooks come in under /webhooks/CHANNEL, messages go out to the providers. What is \
            answered with 200 is durable. Secrets come from the environment only: for the channel \
            `whatsapp` PARLEY_WHATSAPP_APP_SECRET, or PARLEY_WHATSAPP_APP_SECRET_FILE with the \
            path of a file; several values, while one takes over from another, stand on lines of \
            their own. PARLEY_WHATSAPP_API overrides where the provider is.

            SIGTERM and SIGINT stop it: nothing new is taken, what has begun is finished. SIGHUP \
            reads the workspace, the secrets' files and the certificate again; what does not \
            compile changes nothing.

            /health/live, /health/ready and /metrics answer whoever can reach the port.
            """
    )

    @OptionGroup var store: StoreOption
    @OptionGroup var key: KeyOption

    @Option(
        name: .long,
        help: "Host and port to listen on; default `serve.listen` of parley.yaml, 127.0.0.1:8080."
    )
    var listen: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The address providers call, such as https://parley.example.",
            discussion: "Without it, `serve.public-url` of parley.yaml.",
            valueName: "url"
        )
    )
    var publicURL: String?

    func run() async throws {
        try await ending {
            let daemon = try Daemon.open(
                store: store,
                key: key,
                listen: listen,
                publicURL: publicURL,
                environment: ProcessInfo.processInfo.environment
            )
            try await daemon.run()
        }
    }
}

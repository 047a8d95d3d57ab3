import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import TransparencyLog

/// A witness on a port, until it is told to stop.
package struct WitnessServer: Sendable {
    /// The path every route begins with, unless told otherwise.
    package static let defaultPrefix = "/"
    /// Bytes in the longest prefix.
    package static let longestPrefix = 128

    private let witness: Witness
    private let prefix: String
    private let configuration: WebServerConfiguration
    private let logger: Logger

    /// What a client may take of a witness.
    package static let limits = HTTPLimits(bodyBytes: AddCheckpointRequest.largestByteCount)

    /// Prepares a server whose routes begin with a prefix that `isPrefix`.
    package init(
        witness: Witness,
        prefix: String,
        configuration: WebServerConfiguration,
        logger: Logger
    ) {
        precondition(Self.isPrefix(prefix), "a prefix is a path of plain names")
        self.witness = witness
        self.prefix = prefix
        self.configuration = configuration
        self.logger = logger
    }

    /// Whether a text is a path of plain names, in which nothing has a meaning of its own.
    package static func isPrefix(_ text: String) -> Bool {
        guard text.hasPrefix("/"), text.utf8.count <= longestPrefix else { return false }
        return text.split(separator: "/").allSatisfy { name in
            !["health", ".", ".."].contains(name)
                && name.utf8.allSatisfy { byte in
                    let character = Character(Unicode.Scalar(byte))
                    return character.isASCII
                        && (character.isLetter || character.isNumber || "-._".contains(character))
                }
        }
    }

    /// Serves until SIGTERM or SIGINT, then finishes what has begun.
    ///
    /// `onReady` is told where the server listens, once it does.
    package func run(onReady: @escaping @Sendable (ListenAddress) -> Void) async throws {
        try await application(onReady).runService()
    }

    /// Serves until the task is cancelled, and leaves signals to others.
    package func serve(onReady: @escaping @Sendable (ListenAddress) -> Void) async throws {
        try await application(onReady).run()
    }

    private func application(
        _ onReady: @escaping @Sendable (ListenAddress) -> Void
    ) throws -> some ApplicationProtocol {
        let router = Router(context: BasicRequestContext.self)
        router.get("health") { _, _ in Plain.response(.ok) }
        WitnessRoutes(
            witness: witness,
            log: WitnessLog(logger: logger),
            limits: configuration.limits
        ).add(to: router, under: prefix)
        let address = configuration.address
        var quiet = logger
        // The framework tells of each connection; one line for each request is ours.
        quiet.logLevel = .warning
        return Application(
            router: router,
            server: try configuration.server(),
            configuration: configuration.application(logger: quiet),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                onReady(ListenAddress(host: address.host, port: port))
            },
            logger: quiet
        )
    }
}

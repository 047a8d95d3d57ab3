package import Channels
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import WebServer

/// A provider's interface on a port: hands every call to the simulation.
package struct SimulatorServer: Sendable {
    private static let bodyLimit = 1 << 20

    private let address: ListenAddress
    private let logger: Logger
    private let answer: @Sendable (WebhookRequest) async -> ProviderAnswer

    package init(
        address: ListenAddress,
        logger: Logger,
        answer: @escaping @Sendable (WebhookRequest) async -> ProviderAnswer
    ) {
        self.address = address
        self.logger = logger
        self.answer = answer
    }

    /// Serves until the task is cancelled; `onListening` hears where.
    package func run(
        onListening: @escaping @Sendable (ListenAddress) -> Void
    ) async throws {
        let router = Router(context: BasicRequestContext.self)
        router.post("**") { request, _ in try await respond(request) }
        var quiet = logger
        quiet.logLevel = .error
        let application = Application(
            router: router,
            server: .http1(),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                serverName: nil
            ),
            onServerRunning: { [address] channel in
                let port = channel.localAddress?.port ?? address.port
                onListening(ListenAddress(host: address.host, port: port))
            },
            logger: quiet
        )
        try await application.run()
    }

    private func respond(_ request: Request) async throws -> Response {
        let buffer = try await request.body.collect(upTo: Self.bodyLimit)
        let call = WebhookRequest(
            target: request.head.path ?? "/",
            headers: HTTPFieldList(request.headers.map { ($0.name.canonicalName, $0.value) }),
            body: [UInt8](buffer.readableBytesView)
        )
        let answer = await answer(call)
        var headers: HTTPFields = [.contentType: "application/json"]
        for (name, value) in answer.headers.pairs {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        )
    }
}

import Channels
import Clocks
import ConversationRuntime
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Where providers tell what happened: verify, decode, take in, and only then answer.
///
/// 200 says that everything in the request is durable. 401 says nothing about why. 503 asks the
/// provider to send it all again, which changes nothing that was taken in already.
struct WebhookRoutes: Sendable {
    /// Bytes of a webhook's body: Meta sends up to 3 MB.
    static let bodyLimit = 3 << 20
    /// Seconds after which a provider may try again when the store takes nothing.
    private static let retryAfter = "5"

    let channels: ChannelTable
    let intake: Intake
    let clock: any WallClock
    let metrics: ServeMetrics
    let log: ServeLog

    func add(to router: Router<ServeRequestContext>) {
        let group = router.group("webhooks")
        group.get(":channel") { request, context in
            greet(request, context.parameters.get("channel") ?? "")
        }
        group.post(":channel") { request, context in
            try await receive(request, context.parameters.get("channel") ?? "")
        }
        group.post(":channel/forms") { request, context in
            try await answerForm(request, context.parameters.get("channel") ?? "")
        }
    }

    private func greet(_ request: Request, _ name: String) -> Response {
        guard let channel = channels[name] else { return Plain.response(.notFound) }
        let asked = Self.webhook(request, .get, [])
        guard let answer = channel.greet(asked) else { return Plain.response(.notFound) }
        log.greeted(name, status: answer.status)
        return Self.response(answer)
    }

    private func answerForm(_ request: Request, _ name: String) async throws -> Response {
        guard let channel = channels[name] else { return Plain.response(.notFound) }
        do {
            let body = try await BoundedBody.bytes(
                of: request,
                limit: WhatsAppFlowsCodec.longestRequest
            )
            let answer = channel.answerForm(Self.webhook(request, .post, body))
            guard let answer else { return Plain.response(.notFound) }
            metrics.registry.add(to: ServeMetrics.webhooks, name, "form-\(answer.status)")
            return Self.response(answer)
        } catch let fault as BoundedBody.Fault {
            refuse(name, fault.word)
            return fault.response
        }
    }

    private func receive(_ request: Request, _ name: String) async throws -> Response {
        guard let channel = channels[name] else { return Plain.response(.notFound) }
        let body: [UInt8]
        do {
            body = try await BoundedBody.bytes(of: request, limit: Self.bodyLimit)
        } catch let fault as BoundedBody.Fault {
            refuse(name, fault.word)
            return fault.response
        }
        let events: [InboundEvent]
        do {
            let webhook = try channel.verify(
                Self.webhook(request, .post, body),
                at: clock.now()
            )
            events = try channel.decode(webhook, at: clock.now())
        } catch let refusal as WebhookRefusal {
            refuse(name, refusal.rawValue)
            return Plain.response(.unauthorized)
        } catch let fault as WebhookFault {
            refuse(name, fault.rawValue)
            return Plain.response(.badRequest)
        }
        do throws(EngineError) {
            metrics.count(try await intake.take(events, on: name), on: name)
        } catch {
            metrics.registry.add(to: ServeMetrics.webhooks, name, "not-stored")
            log.failed("webhook", error)
            var response = Plain.response(.serviceUnavailable)
            response.headers[.retryAfter] = Self.retryAfter
            return response
        }
        metrics.registry.add(to: ServeMetrics.webhooks, name, "taken")
        return Self.response(channel.acknowledgement)
    }

    private func refuse(_ channel: String, _ word: String) {
        metrics.registry.add(to: ServeMetrics.webhooks, channel, word)
        log.refused(channel, word)
    }

    private static func webhook(
        _ request: Request,
        _ method: WebhookRequest.Method,
        _ body: [UInt8]
    ) -> WebhookRequest {
        WebhookRequest(
            method: method,
            target: request.head.path ?? "",
            headers: HTTPFieldList(request.headers.map { ($0.name.canonicalName, $0.value) }),
            body: body
        )
    }

    private static func response(_ answer: WebhookAnswer) -> Response {
        Plain.response(
            HTTPResponse.Status(code: answer.status),
            answer.body,
            type: answer.contentType
        )
    }
}

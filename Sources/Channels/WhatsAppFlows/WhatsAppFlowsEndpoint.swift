/// The endpoint of forms inside WhatsApp: pings are answered, a form that opens gets its first
/// screen, and one that is submitted closes with what was filled in.
///
/// WhatsApp then sends that to the webhook as the contact's message, where a turn reads it: nothing
/// is decided, and nothing is kept, while somebody is still filling in.
struct WhatsAppFlowsEndpoint: Sendable {
    /// The screen a form opens with when it asks us for one, by its name in the form.
    static let firstScreen = "START"

    let codec: WhatsAppFlowsCodec
    let appSecrets: [String]

    // INVARIANT: the signature first. Everybody can encrypt to a public key.
    func answer(to request: WebhookRequest) -> WebhookAnswer {
        do {
            try WhatsAppSignature.verify(request, secrets: appSecrets)
        } catch {
            return FlowExchangeFault.wrongSignature.answer
        }
        do throws(FlowExchangeFault) {
            let exchange = try codec.open(request.body)
            return try exchange.answer(exchange.ownReply ?? reply(to: exchange.request))
        } catch {
            return error.answer
        }
    }

    private func reply(to request: FlowRequest) -> FlowReply {
        guard let token = request.token else { return .tokenRefused(text: nil) }
        return switch request.action {
        case .exchange: .finished(token: token, parameters: request.data)
        case .open, .back, .ping: .screen(request.screen ?? Self.firstScreen, data: [])
        }
    }
}

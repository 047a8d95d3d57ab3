package import Conversations
import JSONCoding

/// Words with a button that opens a form (WhatsApp Flows, "Sending a Flow").
package struct WhatsAppFlowMessage: Hashable, Sendable {
    package enum Opening: Hashable, Sendable {
        /// With the first screen, as it was published.
        case firstScreen
        /// With what our own endpoint answers.
        case endpoint
    }

    package let body: String
    /// The published form's id at Meta.
    package let flowID: String
    /// What the button says.
    package let callToAction: String
    /// Comes back with the form, and to our endpoint: it says which conversation it belongs to.
    package let token: String
    package let opening: Opening

    package init(
        body: String,
        flowID: String,
        callToAction: String,
        token: String,
        opening: Opening = .firstScreen
    ) {
        self.body = body
        self.flowID = flowID
        self.callToAction = callToAction
        self.token = token
        self.opening = opening
    }

    /// - Throws: `tooLong`.
    func json() throws(EncodingFault) -> JSONValue {
        try WhatsAppLimits.check(body, "interactive.body", WhatsAppLimits.interactiveBody)
        try WhatsAppLimits.check(callToAction, "flow_cta", WhatsAppLimits.flowCallToAction)
        let parameters = JSONValue.members([
            "flow_message_version": "3",
            "flow_id": .text(flowID),
            "flow_cta": .text(callToAction),
            "flow_token": .text(token),
            "flow_action": opening == .endpoint ? "data_exchange" : nil,
        ])
        return [
            "type": "flow", "body": ["text": .text(body)],
            "action": ["name": "flow", "parameters": parameters],
        ]
    }
}

extension WhatsAppChannel {
    /// The request that offers a form; the key comes back in every status of it.
    package func request(
        _ flow: WhatsAppFlowMessage,
        to address: ContactAddress,
        key: String
    ) throws(EncodingFault) -> ProviderRequest {
        let recipient = try WhatsAppRecipient(address, on: name)
        return request(recipient.message("interactive", try flow.json(), key: key))
    }
}

package import JSONCoding

/// What a form inside WhatsApp is answered.
package enum FlowReply: Hashable, Sendable {
    /// Goes to a screen, or stays on it; a text under `error_message` is shown above its fields.
    case screen(String, data: [JSONValue.Member])
    /// Closes the form. WhatsApp sends the parameters to the webhook as the contact's message.
    case finished(token: String, parameters: [JSONValue.Member])
    /// The token is used up or never was ours: the form closes for good, and the text, which has to
    /// be in the contact's language, is shown.
    case tokenRefused(text: String?)
    /// To a ping.
    case active
    /// To a complaint.
    case acknowledged

    /// The status of HTTP that goes with it.
    package var status: Int {
        switch self {
        case .tokenRefused: 427
        case .screen, .finished, .active, .acknowledged: 200
        }
    }

    /// The answer in clear.
    package var document: JSONValue {
        switch self {
        case .screen(let name, let data): ["screen": .text(name), "data": .object(data)]
        case .finished(let token, let parameters):
            [
                "screen": "SUCCESS",
                "data": [
                    "extension_message_response": [
                        "params": .object(
                            [JSONValue.Member("flow_token", .text(token))] + parameters
                        )
                    ]
                ],
            ]
        case .tokenRefused(let text): .members(["error_msg": text.map(JSONValue.text)])
        case .active: ["data": ["status": "active"]]
        case .acknowledged: ["data": ["acknowledged": .boolean(true)]]
        }
    }
}

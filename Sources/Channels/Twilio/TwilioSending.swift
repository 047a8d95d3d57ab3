import Conversations
import Encryption
import JSONCoding

// The request that sends a message: Twilio, "Messages resource", create.
extension TwilioChannel {
    private static let standardAPI = "https://api.twilio.com"

    /// Twilio knows no idempotency key for messages, so an unknown outcome that is tried again may
    /// reach the contact twice.
    package func encode(_ dispatch: Dispatch) throws(EncodingFault) -> ProviderRequest {
        let message = dispatch.message
        guard message.address.channel == name,
            let recipient = sender.recipient(message.address.text)
        else { throw .foreignAddress }
        guard message.attachments.isEmpty else { throw .unsupported(part: "attachment") }
        var fields = [FormFields.Field("To", recipient.to), sender.field]
        // SMS and RCS have no window.
        if recipient.medium == .whatsApp, !dispatch.isWindowOpen {
            fields += try Self.fields(of: message.template)
        } else {
            fields.append(
                FormFields.Field("Body", try Self.body(of: message, isSMS: recipient.isSMS))
            )
        }
        fields.append(FormFields.Field("StatusCallback", statusCallback))
        let api = settings.api ?? Self.standardAPI
        return ProviderRequest(
            url: "\(api)/2010-04-01/Accounts/\(account)/Messages.json",
            headers: [
                "authorization": authorization, "accept": "application/json",
                "content-type": "application/x-www-form-urlencoded",
            ],
            body: FormFields(fields).bytes
        )
    }

    /// The body and its choices beneath, each on a line, in the words that a reply is matched with.
    ///
    /// A hyphen goes before each: it is in the alphabet of SMS, where a `•` would more than double
    /// what the message costs. Real buttons take a template for each set of choices.
    private static func body(
        of message: OutboundMessage,
        isSMS: Bool
    ) throws(EncodingFault) -> String {
        let choices = message.buttons.map { "- \($0.title)" }
        let paragraphs = [message.body, choices.joined(separator: "\n")]
        let body = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
        guard !body.isEmpty else { throw .unsupported(part: "empty-body") }
        guard body.utf16.count <= TwilioLimits.body else {
            throw .tooLong(part: "Body", limit: TwilioLimits.body)
        }
        guard !isSMS || SMSSegments.size(of: body).segments <= TwilioLimits.segments else {
            throw .tooLong(part: "segments", limit: TwilioLimits.segments)
        }
        return body
    }

    /// A template by its content SID, which is of one language already.
    private static func fields(
        of template: OutboundMessage.Template?
    ) throws(EncodingFault) -> [FormFields.Field] {
        guard let template else { throw .needsTemplate }
        guard TwilioID.isSID(template.name, of: "HX") else {
            throw .unsupported(part: "template-name")
        }
        // Twilio refuses a variable without content (error 21656).
        guard template.parameters.allSatisfy({ !$0.isEmpty }) else {
            throw .unsupported(part: "empty-variable")
        }
        let length = template.parameters.reduce(0) { $0 + $1.utf16.count }
        guard length <= TwilioLimits.contentVariables else {
            throw .tooLong(part: "ContentVariables", limit: TwilioLimits.contentVariables)
        }
        let content = FormFields.Field("ContentSid", template.name)
        guard !template.parameters.isEmpty else { return [content] }
        let variables = template.parameters.enumerated().map { index, value in
            JSONValue.Member(String(index + 1), .text(value))
        }
        return [content, FormFields.Field("ContentVariables", JSONValue.object(variables).compact)]
    }

    /// HTTP Basic: the key for the interface where there is one, the account's token otherwise, of
    /// several always the newest.
    private var authorization: String {
        let secrets = settings.secrets
        let user = secrets["api-key-sid"].first ?? account
        let word = secrets["api-key-secret"].first ?? secrets["auth-token"].first ?? ""
        return "Basic \(Base64.encode([UInt8]("\(user):\(word)".utf8)))"
    }
}

import Consent
import Conversations

/// What a contact did, as the fields of Twilio's form tell it.
enum TwilioContent {
    static func read(_ form: FormFields) -> InboundMessage.Content {
        let body = filled("Body", form)
        let button = filled("ButtonText", form)
        if let id = filled("ButtonPayload", form) ?? button {
            return .button(id: id, title: button ?? body ?? id)
        }
        if let id = filled("ListId", form) {
            return .button(id: id, title: filled("ListTitle", form) ?? body ?? id)
        }
        switch (body, kind(form)) {
        case (let body?, nil): return .text(body)
        case (let body?, let kind?): return .caption(body, kind: kind)
        case (nil, let kind): return .unreadable(kind: kind ?? "unknown")
        }
    }

    /// The command that Twilio has read in the message and answered.
    static func answeredCommand(_ form: FormFields) -> CommandKind? {
        switch form["OptOutType"]?.uppercased() {
        case "STOP": .stop
        case "START": .start
        case "HELP": .help
        default: nil
        }
    }

    /// What there is besides words.
    private static func kind(_ form: FormFields) -> String? {
        if let count = filled("NumMedia", form).flatMap({ Int($0) }), count > 0 {
            return kind(ofMediaType: form["MediaContentType0"] ?? "")
        }
        if filled("Latitude", form) != nil { return "location" }
        if filled("FlowData", form) != nil { return "form" }
        return nil
    }

    private static func kind(ofMediaType type: String) -> String {
        switch type.lowercased().prefix(while: { $0 != ";" }) {
        case "text/vcard", "text/x-vcard": "contacts"
        case let type where type.hasPrefix("image/"): "image"
        case let type where type.hasPrefix("video/"): "video"
        case let type where type.hasPrefix("audio/"): "audio"
        default: "document"
        }
    }

    /// A field that is there and not empty.
    private static func filled(_ name: String, _ form: FormFields) -> String? {
        form[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

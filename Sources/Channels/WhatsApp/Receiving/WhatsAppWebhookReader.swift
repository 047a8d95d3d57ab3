import Clocks
import JSONCoding

/// Takes a webhook apart: every entry, every change in it, every item in that.
///
/// Source: Webhooks, "Components" and the reference of each field. What is no list, no object or
/// has no id becomes `.broken` with its place, and its neighbours are read all the same.
struct WhatsAppWebhookReader {
    private let channel: String
    /// The number that is spoken for; `nil` reads what is for any.
    private let sender: String?
    private let account: String?
    private let now: Timestamp
    private var events: [InboundEvent] = []

    init(channel: String, sender: String?, account: String?, now: Timestamp) {
        self.channel = channel
        self.sender = sender
        self.account = account
        self.now = now
    }

    /// - Throws: `foreignShape` for JSON that is no webhook of WhatsApp, `tooManyEvents`.
    mutating func read(_ document: JSONValue) throws(WebhookFault) -> [InboundEvent] {
        guard document["object"]?.text == "whatsapp_business_account",
            case .list(let entries)? = document["entry"]
        else { throw .foreignShape }
        for (index, entry) in entries.enumerated() {
            try read(entry: entry, at: "entry[\(index)]")
        }
        return events
    }

    private mutating func add(_ event: InboundEvent) throws(WebhookFault) {
        guard events.count < InboundEvent.limit else { throw .tooManyEvents }
        events.append(event)
    }

    private mutating func read(entry: JSONValue, at place: String) throws(WebhookFault) {
        if let account, let id = WhatsAppText.id(entry["id"]), id != account {
            return try add(.unknown(kind: "foreign-account"))
        }
        guard case .list(let changes)? = entry["changes"] else {
            return try add(.broken(place: place + ".changes", why: "it is no list"))
        }
        for (index, change) in changes.enumerated() {
            try read(change: change, at: "\(place).changes[\(index)]")
        }
    }

    private mutating func read(change: JSONValue, at place: String) throws(WebhookFault) {
        guard let field = change["field"]?.text else {
            return try add(.broken(place: place + ".field", why: "it is no text"))
        }
        guard let json = change["value"], case .object = json else {
            return try add(.broken(place: place + ".value", why: "it is no object"))
        }
        // An account has several numbers, and each webhook goes to the whole account. What was
        // said to another number must not be answered from this one.
        if let sender, let number = WhatsAppText.id(json["metadata"]?["phone_number_id"]),
            number != sender
        {
            return try add(.unknown(kind: "foreign-number"))
        }
        let value = WhatsAppValue(json, at: place + ".value", on: channel, now: now)
        switch field {
        case "messages": try readMessages(value)
        case "user_preferences":
            try read("user_preferences", of: value, WhatsAppPreferenceReader(value).events)
        case "user_id_update":
            try read("user_id_update", of: value, WhatsAppAddressChange(value).events)
        default:
            for event in WhatsAppNoticeReader(value).events(of: field) { try add(event) }
        }
    }

    private mutating func readMessages(_ value: WhatsAppValue) throws(WebhookFault) {
        let before = events.count
        try read("messages", of: value, WhatsAppMessageReader(value).events)
        try read("statuses", of: value, WhatsAppStatusReader(value).events)
        try read("user_preferences", of: value, WhatsAppPreferenceReader(value).events)
        try read("errors", of: value, WhatsAppNoticeReader(value).error)
        if events.count == before { try add(.unknown(kind: "messages")) }
    }

    /// Reads each item of a list; a list that is missing has none.
    private mutating func read(
        _ name: String,
        of value: WhatsAppValue,
        _ read: (_ item: JSONValue, _ place: String) -> [InboundEvent]
    ) throws(WebhookFault) {
        let place = "\(value.place).\(name)"
        switch value.json[name] {
        case nil, .null?: return
        case .list(let items)?:
            for (index, item) in items.enumerated() {
                let place = "\(place)[\(index)]"
                guard case .object = item else {
                    try add(.broken(place: place, why: "it is no object"))
                    continue
                }
                for event in read(item, place) { try add(event) }
            }
        case .boolean?, .number?, .text?, .object?:
            try add(.broken(place: place, why: "it is no list"))
        }
    }
}

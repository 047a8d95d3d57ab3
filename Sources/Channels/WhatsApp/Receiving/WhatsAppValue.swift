import Clocks
import JSONCoding

/// The value of one change in a webhook, with what its items share.
struct WhatsAppValue: Sendable {
    let json: JSONValue
    /// Where it stands in the webhook.
    let place: String
    /// Our name of the channel.
    let channel: String
    let users: WhatsAppUserDirectory
    let now: Timestamp

    init(_ json: JSONValue, at place: String, on channel: String, now: Timestamp) {
        self.json = json
        self.place = place
        self.channel = channel
        self.now = now
        users = WhatsAppUserDirectory(json["contacts"]?.elements ?? [], on: channel)
    }

    /// 2018, when the first business could send over WhatsApp.
    private static let earliestSeconds: Int64 = 1_514_764_800

    /// An instant in seconds, as a text or a number; now for one that is missing, or lies ahead, or
    /// before there was anything to tell.
    func time(_ value: JSONValue?) -> Timestamp {
        guard let seconds = value?.integer, seconds >= Self.earliestSeconds,
            seconds <= now.milliseconds / 1000
        else { return now }
        return Timestamp(milliseconds: seconds * 1000)
    }

    /// What makes a thing without an id recognisable when it comes again: its time as it was
    /// written, never the time at which it was read.
    func mark(_ timestamp: JSONValue?) -> String {
        timestamp?.integer.map { String($0) } ?? "none"
    }
}

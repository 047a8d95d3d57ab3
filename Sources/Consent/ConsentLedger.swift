package import Clocks

/// Everything known about one contact's consent, and the only way to change it.
///
/// A pure value: acts go in, moves or refusals come out. Only the moves that
/// `ConsentState` lists are possible.
package struct ConsentLedger: Hashable, Sendable {
    package internal(set) var records: [ConsentKey: ConsentRecord]
    package internal(set) var shownNotices: [ShownNotice]
    /// When the contact last said STOP to everything; silence until a later confirmation.
    package internal(set) var optedOutAt: Timestamp?
    /// A text was probably STOP, and the contact has not said yet: marketing waits.
    package var isOptOutPending: Bool
    /// What the contact has shown about their age, if anything.
    package internal(set) var age: AgeProof?

    /// One notice is kept for each name and channel, so a contact cannot make this grow.
    package static let shownNoticeLimit = 64

    package init(
        records: [ConsentKey: ConsentRecord] = [:],
        shownNotices: [ShownNotice] = [],
        optedOutAt: Timestamp? = nil,
        isOptOutPending: Bool = false,
        age: AgeProof? = nil
    ) {
        self.records = records
        self.shownNotices = shownNotices
        self.optedOutAt = optedOutAt
        self.isOptOutPending = isOptOutPending
        self.age = age
    }

    package func state(of purpose: PurposeID, on channel: String) -> ConsentState {
        state(of: ConsentKey(purpose, on: channel))
    }

    package func state(of key: ConsentKey) -> ConsentState {
        records[key]?.state ?? .unknown
    }

    package var isOptedOut: Bool { optedOutAt != nil }

    /// Whether an open request waits for its confirmation.
    package var hasOpenRequest: Bool {
        records.values.contains { $0.state == .requested }
    }

    /// Whether data may be used for anything at all.
    package var hasValidConsent: Bool {
        records.values.contains { $0.state.isValid }
    }

    /// Whether any purpose was ever consented to.
    package var wasEverGiven: Bool { records.values.contains(where: \.wasGiven) }

    /// When consent last changed, for any purpose.
    package var lastChange: Timestamp? { records.values.map(\.since).max() }

    /// When a message last left under any consent.
    package var lastUse: Timestamp? { records.values.compactMap(\.lastUsedAt).max() }

    // A refusal is the person's, whichever way it came: it cools on every channel.
    package func isCooling(_ purpose: PurposeID, at now: Timestamp) -> Bool {
        records.contains { key, record in
            key.purpose == purpose && (record.coolsUntil.map { now < $0 } ?? false)
        }
    }

    /// What has a record, in order.
    package var keys: [ConsentKey] { records.keys.sorted() }

    /// The next instant at which consent ends by itself.
    package var nextExpiry: Timestamp? {
        records.values.filter { $0.state.isValid }.compactMap(\.expiresAt).min()
    }

    package mutating func recordShown(_ shown: ShownNotice) {
        shownNotices.removeAll {
            $0.notice.name == shown.notice.name && $0.channel == shown.channel
        }
        shownNotices.append(shown)
        if shownNotices.count > Self.shownNoticeLimit { shownNotices.removeFirst() }
    }

    // LAW: § 7a UWG: the proof of consent is kept for five years from each use.
    /// Remembers that a message left under a consent.
    package mutating func recordUse(of key: ConsentKey, at now: Timestamp) {
        records[key]?.lastUsedAt = now
    }
}

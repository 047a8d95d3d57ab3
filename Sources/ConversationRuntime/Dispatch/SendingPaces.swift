import Channels
import Clocks
import Storage
import Synchronization

/// How fast this process sends: for each channel as fast as its provider takes messages, and to
/// each contact no faster than the provider lets one be written to.
final class SendingPaces: Sendable {
    private struct Sender {
        var tokens: Double
        var filledAt: Timestamp
        var pausedUntil: Timestamp?
        var pausedAt: Timestamp?
        var pauses = 0
    }

    private struct Recipient: Hashable {
        let channel: String
        let contact: ContactID
    }

    private struct State {
        var senders: [String: Sender] = [:]
        /// When each contact's burst is whole again.
        var recipients: [Recipient: Timestamp] = [:]
    }

    /// Contacts remembered; beyond that those whose burst is whole again are forgotten.
    private static let recipientLimit = 100_000
    private let state = Mutex(State())

    /// Whether a message may be sent now.
    enum Admission: Hashable {
        case admitted
        /// The whole channel sends as fast as it may, or pauses.
        case channelIsBusy
        case contactWaits(until: Timestamp)
    }

    /// Messages that a channel may send at once now.
    func free(on channel: String, _ pace: SendingPace, at now: Timestamp) -> Int {
        state.withLock { Int(Self.refilled(&$0, channel, pace, at: now) ?? 0) }
    }

    /// The tokens there are; `nil` while the channel pauses.
    private static func refilled(
        _ state: inout State,
        _ channel: String,
        _ pace: SendingPace,
        at now: Timestamp
    ) -> Double? {
        let rate = Double(pace.perSecond)
        var sender = state.senders[channel] ?? Sender(tokens: rate, filledAt: now)
        if let until = sender.pausedUntil, until > now { return nil }
        let seconds = Double(max(0, now.milliseconds - sender.filledAt.milliseconds)) / 1000
        sender.tokens = min(rate, sender.tokens + seconds * rate)
        sender.filledAt = now
        state.senders[channel] = sender
        return sender.tokens
    }

    /// Takes a place for one message, or says what it has to wait for.
    func admit(
        _ contact: ContactID,
        on channel: String,
        _ pace: SendingPace,
        at now: Timestamp
    ) -> Admission {
        state.withLock { state in
            guard let tokens = Self.refilled(&state, channel, pace, at: now), tokens >= 1 else {
                return .channelIsBusy
            }
            let recipient = Recipient(channel: channel, contact: contact)
            let between = pace.betweenMessages.milliseconds
            // Generic cell rate algorithm: each message moves the instant of a whole burst.
            let whole = max(state.recipients[recipient] ?? now, now)
            let earliest = whole.milliseconds - Int64(pace.burst - 1) * between
            guard earliest <= now.milliseconds else {
                return .contactWaits(until: Timestamp(milliseconds: earliest))
            }
            state.recipients[recipient] = Timestamp(milliseconds: whole.milliseconds + between)
            state.senders[channel]?.tokens -= 1
            if state.recipients.count > Self.recipientLimit {
                state.recipients = state.recipients.filter { $0.value > now }
            }
            return .admitted
        }
    }

    /// Sends nothing on a channel for a while; each time in a row for twice as long.
    func pause(_ channel: String, for period: Period, at now: Timestamp) {
        state.withLock { state in
            guard var sender = state.senders[channel] else { return }
            if let until = sender.pausedUntil, until > now {
                // One limit, told to each message that was on its way.
                sender.pausedUntil = max(until, now.adding(period))
                state.senders[channel] = sender
                return
            }
            let longer = period.milliseconds << Int64(min(sender.pauses, 6))
            sender.pausedUntil = now.adding(.milliseconds(min(longer, 900_000)))
            sender.pauses += 1
            sender.pausedAt = now
            state.senders[channel] = sender
        }
    }

    /// The provider takes messages again: it took one that was sent after the pause began.
    func resume(_ channel: String, sentAt: Timestamp) {
        state.withLock { state in
            guard let sender = state.senders[channel], sender.pauses > 0,
                sender.pausedAt.map({ $0 < sentAt }) ?? true
            else { return }
            state.senders[channel]?.pauses = 0
            state.senders[channel]?.pausedUntil = nil
        }
    }

    /// The channels that pause, and until when.
    func paused(at now: Timestamp) -> [String: Timestamp] {
        state.withLock { state in
            state.senders.compactMapValues { sender in
                sender.pausedUntil.flatMap { $0 > now ? $0 : nil }
            }
        }
    }
}

extension Period {
    static func milliseconds(_ count: Int64) -> Period { Period(months: 0, milliseconds: count) }
}

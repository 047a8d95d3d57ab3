package import Clocks
package import Storage
package import TransparencyLog

/// Why the audit log could not be signed, published or shortened; the log itself is as it was.
package enum LogError: Error, Hashable, Sendable {
    case store(StoreError)
    /// A checkpoint was published of more leaves than the store has: it was rolled back or cut off.
    case behind(size: UInt64, published: UInt64, place: String)
    /// A checkpoint was published with another root than the leaves of the store have.
    case forked(size: UInt64, place: String)
    /// The leaves of the store do not have the root that was kept when they were written.
    case inconsistent(size: UInt64)
    /// What was published there is not this log's, by its name or its signature.
    case foreign(place: String)
    /// The newest signing key was destroyed, or does not open.
    case noKey
    /// A place for checkpoints could not be read or written.
    case unpublished(place: String, why: String)
    /// A name that cannot stand in a checkpoint.
    case unusableOrigin(String)
    /// Nothing is removed while these holds stand.
    case held([String])
    /// What was asked for was removed after its retention.
    case pruned(below: UInt64)
    /// The log is not that long.
    case beyondEnd(size: UInt64)
    /// There is no checkpoint yet that could be referred to.
    case unsigned
    /// There is no time stamp, or none that answers what was asked.
    case timestamp(TimestampError)
    /// The time stamp is of no checkpoint of this store.
    case timestampOfOther
    /// A leaf that is not under the time-stamped checkpoint was written well before the time stamp.
    case timestampLate(leaf: UInt64, time: Timestamp)
    /// The time stamp lies in the future, by our clock.
    case timestampAhead(of: Timestamp, time: Timestamp)

    /// Whether somebody changed the log, or it was restored from an old copy.
    package var isTampering: Bool {
        switch self {
        case .behind, .forked, .inconsistent: true
        case .store, .foreign, .noKey, .unpublished, .unusableOrigin, .held, .pruned, .beyondEnd,
            .unsigned, .timestamp, .timestampOfOther, .timestampLate, .timestampAhead:
            false
        }
    }

    package var sentence: String {
        switch self {
        case .store(let error): error.sentence
        case .behind(let size, let published, let place):
            "the store has \(size) audit leaves, and a checkpoint of \(published) was published "
                + "in \(place): it was rolled back or cut off. Restore the newer store, or declare "
                + "what happened with `parley audit checkpoint --new-incarnation`"
        case .forked(let size, let place):
            "the store's first \(size) audit leaves are not those of the checkpoint published in "
                + "\(place): one of the two was rewritten. Find out which with `parley audit "
                + "verify`, or declare it with `parley audit checkpoint --new-incarnation`"
        case .inconsistent(let size):
            "the store's \(size) audit leaves are not as they were written; nothing is signed. Run "
                + "`parley audit verify`, which names the first wrong one"
        case .foreign(let place):
            "\(place) holds checkpoints of another log; name another place under `audit:` in "
                + "parley.yaml, or move that one away"
        case .noKey: "the key that signs the audit log cannot be opened"
        case .unpublished(let place, let why): "\(place) could not be used: \(why)"
        case .unusableOrigin(let origin):
            "`\(origin)` cannot name a log: write it like acme.example/parley"
        case .held(let names):
            "nothing is removed from the audit log while a legal hold stands: "
                + names.joined(separator: ", ") + "; see `parley audit hold list`"
        case .pruned(let index):
            "the leaves before \(index) were removed after their retention"
        case .beyondEnd(let size): "the log has \(size) leaves"
        case .unsigned: "the log was never signed; run `parley audit checkpoint` first"
        case .timestamp(let error): error.text
        case .timestampOfOther:
            "the time stamp is of no checkpoint of this store; write a request with `parley audit "
                + "timestamp request`"
        case .timestampLate(let leaf, let time):
            "the time stamp is of \(time.text), and leaf \(leaf), which is not under its "
                + "checkpoint, is more than 5 minutes older: `parley audit verify` would take it "
                + "for back-dated. Write a new request and send it at once"
        case .timestampAhead(let now, let time):
            "the time stamp is of \(time.text), and the clock here says \(now.text): what is "
                + "logged from now on would seem back-dated. Set the clock, or ask another "
                + "authority"
        }
    }
}

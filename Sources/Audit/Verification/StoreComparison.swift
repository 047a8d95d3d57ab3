/// How much of a store was held against its log.
package struct StoreComparison: Hashable, Sendable {
    /// Contacts whose row was held against their leaves.
    package internal(set) var contacts: UInt64 = 0
    /// Contacts of which no leaf was read, so that nothing could be said of their rows.
    package internal(set) var contactsUnread: UInt64 = 0
    package internal(set) var evidenceRows: UInt64 = 0
    /// Inbox rows held against received messages; `nil` when the log cannot tell their number.
    package internal(set) var inboxRows: UInt64?
    /// Erasures that were asked for and wait to be finished.
    package internal(set) var erasuresPending: UInt64 = 0

    init() {}
}

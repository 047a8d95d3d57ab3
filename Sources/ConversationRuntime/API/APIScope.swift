/// What a key may do: one word each, as RFC 6749, section 3.3 writes scopes.
package enum APIScope: String, Hashable, Sendable, CaseIterable {
    case readContacts = "contacts:read"
    case writeContacts = "contacts:write"
    // INVARIANT: no scope opens the gate: a message for a purpose still needs its consent.
    case sendMessages = "messages:send"
    case readConsent = "consent:read"
    case readReceipts = "receipts:read"
    case readAudit = "audit:read"
    /// Rights of the person: export, erasure, restriction, objection.
    case executeRights = "dsr:execute"
    case readDeliveries = "deliveries:read"
    case writeDeliveries = "deliveries:write"
    case readFlows = "flows:read"
    /// Makes keys with any scope, so whoever has it has everything.
    case administerKeys = "keys:admin"

    /// What it lets a program do, for people.
    package var sentence: String {
        switch self {
        case .readContacts: "find contacts and read what is kept about them"
        case .writeContacts: "correct what is kept about contacts"
        case .sendMessages: "start conversations and send messages, through the gate"
        case .readConsent: "read what contacts consented to"
        case .readReceipts: "read the signed proofs of consent"
        case .readAudit: "read and prove the audit log"
        case .executeRights: "export, restrict and erase contacts, and record objections"
        case .readDeliveries: "read which messages could not be delivered"
        case .writeDeliveries: "have them tried again, or give them up"
        case .readFlows: "read which flows and channels there are"
        case .administerKeys: "make and revoke keys"
        }
    }
}

package import Audit
package import Clocks
package import Encryption
package import Storage

/// Writes key events into the audit log; they name a key by its check value, never more.
package enum KeyEvents {
    package static func record(
        _ kind: AuditKind,
        _ key: KeyEncryptionKey,
        in store: any ConversationStore,
        at now: Timestamp
    ) throws(StoreError) {
        let event = AuditEvent(
            time: now,
            kind: kind,
            to: "key \(key.identifier) epoch \(key.epoch)",
            actor: "operator"
        )
        try store.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: now)
    }

    /// Names a signing key by its public thumbprint.
    static func recordSigningKey(
        _ key: SigningKey,
        in store: any ConversationStore,
        at now: Timestamp
    ) throws(StoreError) {
        let event = AuditEvent(
            time: now,
            kind: .keyCreated,
            to: "signing key \(key.publicKey.keyID)",
            actor: "engine"
        )
        try store.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: now)
    }
}

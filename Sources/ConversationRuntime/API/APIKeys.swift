import Audit
package import Clocks
import Conversations
import Crypto
import Encryption
package import Storage

/// The keys that programs call the interface with: making them, revoking them, and telling whose a
/// key is.
///
/// A key's secret has 256 random bits, so a plain hash of it is as good as a slow one.
package struct APIKeys: Sendable {
    /// Keys that are neither revoked nor expired.
    package static let limit = 1000
    /// Days after which a key expires at the latest, where it expires at all.
    package static let longestDays = 3650
    /// The last use is noted no more often than this: each note is a durable write.
    static let touchEvery = Period.hours(1)
    /// What nobody's secret hashes to: compared with where there is nothing else to compare with.
    private static let nobody = [UInt8](repeating: 0, count: StoredAPIKey.secretHashByteCount)
    /// Draws for an id that is free; the second happens to nobody.
    private static let draws = 8

    private let store: any APIKeyStore
    private let log: any ConversationStore
    private let entropy: Entropy

    /// Keeps keys in `store`; `log` gets a leaf for each that is made or revoked.
    package init(store: any APIKeyStore, log: any ConversationStore, entropy: Entropy) {
        self.store = store
        self.log = log
        self.entropy = entropy
    }

    /// Who acts with a key, as the log names them.
    package static func actor(_ id: String) -> String { "api:\(id)" }

    // MARK: Managing

    /// Makes a key; its text is in the result and can never be had again.
    ///
    /// `actor` is who asked, for the log: an operator, or another key.
    ///
    /// - Throws: `APIKeyError`; then there is no new key.
    package func create(
        name: APIKeyName,
        scopes: [APIScope],
        expires: Timestamp? = nil,
        at now: Timestamp,
        by actor: String = Actor.operator.rawValue
    ) throws(APIKeyError) -> NewAPIKey {
        guard !scopes.isEmpty else { throw .noScopes }
        let latest = now.adding(.days(Int64(Self.longestDays)))
        if let expires, expires <= now || expires > latest { throw .expiryOutOfRange }
        let live = try reading { () throws(StoreError) in try store.apiKeys() }
            .count { $0.isLive(at: now) }
        guard live < Self.limit else { throw .tooMany }
        for _ in 0..<Self.draws {
            var random = entropy
            let text = APIKeyText(using: &random)
            let key = StoredAPIKey(
                id: text.id,
                secretHash: Self.hash(text.secret),
                name: name.text,
                scopes: APIScope.allCases.filter { scopes.contains($0) }.map(\.rawValue),
                createdAt: now,
                expiresAt: expires
            )
            let isAdded = try reading { () throws(StoreError) -> Bool in
                guard try store.apiKey(key.id) == nil else { return false }
                // INVARIANT: no key works that the log does not know: the leaf goes first.
                try append(.apiKeyCreated, key.id, by: actor, at: now)
                return try store.addAPIKey(key)
            }
            if isAdded { return NewAPIKey(text: text, key: key) }
        }
        throw .noFreeID
    }

    /// All keys, the oldest first; also those that do not work any more.
    package func list() throws(APIKeyError) -> [StoredAPIKey] {
        try reading { () throws(StoreError) in try store.apiKeys() }
    }

    /// Revokes a key, for good.
    ///
    /// - Returns: The key as it is now; `nil` when there is none with this id.
    package func revoke(
        _ id: String,
        at now: Timestamp,
        by actor: String = Actor.operator.rawValue
    ) throws(APIKeyError) -> StoredAPIKey? {
        try reading { () throws(StoreError) -> StoredAPIKey? in
            // The key goes first: after a crash in between it is dead, and its leaf is missing.
            if try store.revokeAPIKey(id, at: now) {
                try append(.apiKeyRevoked, id, by: actor, at: now)
            }
            return try store.apiKey(id)
        }
    }

    // MARK: Using

    /// Whose key a text is; `nil` for one that is mistyped, unknown, revoked or expired.
    ///
    /// Which of these it is cannot be told from the result, and hardly from the time: each is one
    /// hash and one comparison.
    package func holder(
        of text: String,
        at now: Timestamp
    ) throws(APIKeyError) -> APIKeyHolder? {
        let given = APIKeyText(text)
        let stored = try reading { () throws(StoreError) -> StoredAPIKey? in
            guard let given else { return nil }
            return try store.apiKey(given.id)
        }
        let hash = Self.hash(given?.secret ?? text)
        let isRight = ConstantTime.equal(hash, stored?.secretHash ?? Self.nobody)
        let isLive = stored?.isLive(at: now) ?? false
        guard isRight, isLive, let stored else { return nil }
        noteUse(of: stored, at: now)
        return APIKeyHolder(
            id: stored.id,
            name: stored.name,
            // A scope that only a later version knows gives nothing here.
            scopes: Set(stored.scopes.compactMap { APIScope(rawValue: $0) }),
            expiresAt: stored.expiresAt
        )
    }

    private func noteUse(of key: StoredAPIKey, at now: Timestamp) {
        guard key.lastUsedAt.map({ $0.adding(Self.touchEvery) <= now }) ?? true else { return }
        // When a key was last used is a convenience: a full disk must not lock programs out.
        try? store.touchAPIKey(key.id, at: now)
    }

    private static func hash(_ secret: String) -> [UInt8] {
        [UInt8](SHA256.hash(data: [UInt8](secret.utf8)))
    }

    private func append(
        _ kind: AuditKind,
        _ id: String,
        by actor: String,
        at now: Timestamp
    ) throws(StoreError) {
        let event = AuditEvent(time: now, kind: kind, to: id, actor: actor)
        try log.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: now)
    }

    private func reading<Value>(
        _ body: () throws(StoreError) -> Value
    ) throws(APIKeyError) -> Value {
        do {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}

extension StoredAPIKey {
    /// Whether a key works at an instant.
    package func isLive(at now: Timestamp) -> Bool {
        revokedAt == nil && (expiresAt.map { now < $0 } ?? true)
    }
}

package import Storage
import Testing

/// One promise of `APIKeyStore`, checked on an empty store of keys.
package struct APIKeyCheck: Sendable, CustomStringConvertible {
    package let description: String
    private let body: @Sendable (any APIKeyStore) throws -> Void

    private init(
        _ description: String,
        _ body: @escaping @Sendable (any APIKeyStore) throws -> Void
    ) {
        self.description = description
        self.body = body
    }

    /// Records an issue for each expectation the store does not meet.
    package func run(on store: some APIKeyStore) throws {
        try body(store)
    }

    package static let all: [APIKeyCheck] = [
        APIKeyCheck("an empty store has no key, and knows none") { store throws in
            #expect(try store.apiKeys() == [])
            #expect(try store.apiKey("a") == nil)
            #expect(try store.apiKey("") == nil)
            #expect(try !store.revokeAPIKey("a", at: Sample.time(1)))
            try store.touchAPIKey("a", at: Sample.time(1))
            #expect(try store.apiKeys() == [])
        },
        APIKeyCheck("a key comes back whole, with every date or none") { store throws in
            let keys = [
                key("plain", scopes: []),
                key(
                    "full",
                    scopes: ["messages:send", "audit:read"],
                    expires: 9,
                    revoked: 8,
                    used: 7
                ),
                // The bytes of a scope stay together, whatever they look like beside a space.
                key("Zoë", scopes: ["b", "\u{301}a"], expires: -1),
            ]
            for key in keys {
                #expect(try store.addAPIKey(key))
                #expect(try store.apiKey(key.id) == key)
            }
        },
        APIKeyCheck("a taken id keeps its key") { store throws in
            let first = key("a", created: 1)
            #expect(try store.addAPIKey(first))
            #expect(try !store.addAPIKey(key("a", hash: 9, created: 2)))
            #expect(try store.apiKeys() == [first])
        },
        APIKeyCheck("ids are told apart by their bytes") { store throws in
            let composed = key("Zo\u{EB}")
            let decomposed = key("Zoe\u{308}", hash: 9)
            #expect(try store.addAPIKey(composed))
            #expect(try store.apiKey(decomposed.id) == nil)
            #expect(try store.apiKey("ZO\u{EB}") == nil)
            #expect(try store.addAPIKey(decomposed))
            #expect(try store.apiKey(composed.id)?.secretHash == composed.secretHash)
            #expect(try store.apiKeys().count == 2)
        },
        APIKeyCheck("keys are listed by creation, then by id") { store throws in
            for (id, created) in [("b", 5), ("c", -2), ("a", 5), ("B", 5), ("d", 1)] {
                _ = try store.addAPIKey(key(id, created: Int64(created)))
            }
            #expect(try store.apiKeys().map(\.id) == ["c", "d", "B", "a", "b"])
        },
        APIKeyCheck("a key is revoked once, and no other with it") { store throws in
            for id in ["a", "b"] { _ = try store.addAPIKey(key(id, expires: 90)) }
            #expect(try store.revokeAPIKey("a", at: Sample.time(50)))
            #expect(try !store.revokeAPIKey("a", at: Sample.time(60)))
            #expect(try store.apiKey("a") == key("a", expires: 90, revoked: 50))
            #expect(try store.apiKey("b")?.revokedAt == nil)
            #expect(try store.apiKeys().count == 2)
        },
        APIKeyCheck("when a key was last used only moves forwards") { store throws in
            for id in ["a", "b"] { _ = try store.addAPIKey(key(id)) }
            for (told, expected) in [(-5, -5), (30, 30), (20, 30), (30, 30), (31, 31)] {
                try store.touchAPIKey("a", at: Sample.time(Int64(told)))
                #expect(try store.apiKey("a")?.lastUsedAt == Sample.time(Int64(expected)))
            }
            #expect(try store.apiKey("b")?.lastUsedAt == nil)
            // Also of a revoked one, which so shows that somebody still tries.
            _ = try store.revokeAPIKey("a", at: Sample.time(40))
            try store.touchAPIKey("a", at: Sample.time(50))
            #expect(try store.apiKey("a") == key("a", revoked: 40, used: 50))
        },
    ]

    private static func key(
        _ id: String,
        hash: UInt8 = 1,
        scopes: [String] = ["messages:send"],
        created: Int64 = 1,
        expires: Int64? = nil,
        revoked: Int64? = nil,
        used: Int64? = nil
    ) -> StoredAPIKey {
        StoredAPIKey(
            id: id,
            secretHash: [UInt8](repeating: hash, count: StoredAPIKey.secretHashByteCount),
            name: "the key \(id)",
            scopes: scopes,
            createdAt: Sample.time(created),
            expiresAt: expires.map(Sample.time),
            revokedAt: revoked.map(Sample.time),
            lastUsedAt: used.map(Sample.time)
        )
    }
}

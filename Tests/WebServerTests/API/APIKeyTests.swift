import Audit
import Clocks
import ConversationRuntime
import Storage
import Testing

/// Keys: their form, their making and their end.
struct APIKeyTests {
    private let vault = MemoryVault()
    private let store = MemoryStore()
    private let now = Timestamp(milliseconds: 1_772_355_600_000)

    private var keys: APIKeys { APIKeys(store: vault, log: store, entropy: .system) }

    private func make(
        _ scopes: [APIScope] = [.readContacts],
        expires: Timestamp? = nil
    ) throws -> NewAPIKey {
        let name = try #require(APIKeyName("shop"))
        return try keys.create(name: name, scopes: scopes, expires: expires, at: now)
    }

    private func log() throws -> [String] {
        try store.leaves(from: 0, limit: 100).map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test func `a key has its prefix, its id, its secret and a checksum`() throws {
        let text = try make().text.text
        let parts = text.split(separator: "_").map(String.init)
        #expect(text.utf8.count == 66)
        #expect(parts.map(\.count) == [6, 8, 43, 6])
        #expect(parts[0] == "parley")
        #expect(APIKeyText(text)?.text == text)
    }

    // CRC-32 by Python's zlib.crc32 of everything before the last underscore, in base 62.
    @Test func `the checksum is CRC-32`() {
        let secret = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg"
        let good = "parley_abcdefgh_\(secret)_41ZLFA"
        #expect(APIKeyText(good)?.id == "abcdefgh")
    }

    @Test func `one wrong character is seen without asking anybody`() throws {
        let text = Array(try make().text.text)
        for place in text.indices {
            var wrong = text
            wrong[place] = text[place] == "a" ? "b" : "a"
            #expect(APIKeyText(String(wrong)) == nil, "place \(place)")
        }
        #expect(APIKeyText("") == nil)
        #expect(APIKeyText(String(text) + "a") == nil)
        #expect(APIKeyText(String(text.dropLast())) == nil)
    }

    @Test func `a key is never printed and its secret never stored`() throws {
        let made = try make()
        let secret = try #require(made.text.text.split(separator: "_").dropFirst(2).first)
        #expect(!"\(made.text)".contains(secret))
        #expect(!String(reflecting: made.text).contains(secret))
        var dumped = ""
        dump(made, to: &dumped)
        #expect(!dumped.contains(secret))
        let stored = try #require(try vault.apiKey(made.text.id))
        #expect(stored.secretHash.count == 32)
        #expect(!String(describing: stored).contains(secret))
    }

    @Test func `two keys have nothing in common`() throws {
        let one = try make()
        let other = try make()
        #expect(one.text != other.text && one.text.id != other.text.id)
        #expect(one.key.secretHash != other.key.secretHash)
    }

    @Test func `whose a key is, and what it may do`() throws {
        let made = try make([.readContacts, .sendMessages])
        let holder = try #require(try keys.holder(of: made.text.text, at: now))
        #expect(holder.id == made.text.id && holder.name == "shop")
        #expect(holder.scopes == [.readContacts, .sendMessages])
    }

    @Test func `a key that is unknown, revoked, expired or mistyped is nobody's`() throws {
        let unknown = try APIKeys(store: MemoryVault(), log: MemoryStore(), entropy: .system)
            .create(name: #require(APIKeyName("x")), scopes: [.readAudit], at: now)
        let revoked = try make()
        _ = try keys.revoke(revoked.text.id, at: now)
        let short = try make(expires: now.adding(.days(1)))
        let secret = try make()
        // The id of one key with the secret of another, and a checksum that fits.
        let mixed = try #require(APIKeyText(secret.text.text))
        let later = now.adding(.days(1))
        #expect(try keys.holder(of: unknown.text.text, at: now) == nil)
        #expect(try keys.holder(of: revoked.text.text, at: now) == nil)
        #expect(try keys.holder(of: short.text.text, at: now) != nil)
        #expect(try keys.holder(of: short.text.text, at: later) == nil)
        #expect(try keys.holder(of: "\(mixed.text)x", at: now) == nil)
        #expect(try keys.holder(of: "", at: now) == nil)
        #expect(try keys.holder(of: String(repeating: "x", count: 8000), at: now) == nil)
    }

    @Test func `making and revoking are leaves that name the public part only`() throws {
        let made = try make()
        _ = try keys.revoke(made.text.id, at: now, by: APIKeys.actor("abcdefgh"))
        _ = try keys.revoke(made.text.id, at: now)
        let log = try log()
        #expect(log.count == 2)
        #expect(log[0].contains(#""kind":"api.key-created","to":"\#(made.text.id)""#))
        #expect(log[0].contains(#""actor":"operator""#))
        #expect(log[1].contains(#""kind":"api.key-revoked","to":"\#(made.text.id)""#))
        #expect(log[1].contains(#""actor":"api:abcdefgh""#))
        #expect(!log.joined().contains("shop"))
    }

    @Test func `a key that cannot be revoked is told from one that is`() throws {
        #expect(try keys.revoke("abcdefgh", at: now) == nil)
        #expect(try log().isEmpty)
        let made = try make()
        #expect(try keys.revoke(made.text.id, at: now)?.revokedAt == now)
        let later = now.adding(.days(1))
        #expect(try keys.revoke(made.text.id, at: later)?.revokedAt == now)
    }

    @Test func `the last use is noted once an hour`() throws {
        let made = try make()
        for minutes in [0, 30, 59, 60, 61] as [Int64] {
            _ = try keys.holder(of: made.text.text, at: now.adding(.minutes(minutes)))
        }
        let used = try #require(try vault.apiKey(made.text.id)?.lastUsedAt)
        #expect(used == now.adding(.minutes(60)))
    }

    @Test func `a key needs a scope, a name, and an end that is ahead`() throws {
        let name = try #require(APIKeyName("shop"))
        #expect(throws: APIKeyError.noScopes) {
            try keys.create(name: name, scopes: [], at: now)
        }
        for expiry in [now, now.adding(.days(3651))] {
            #expect(throws: APIKeyError.expiryOutOfRange) {
                try keys.create(name: name, scopes: [.readAudit], expires: expiry, at: now)
            }
        }
        #expect(APIKeyName("") == nil)
        #expect(APIKeyName("a\nb") == nil)
        #expect(APIKeyName(String(repeating: "é", count: 100)) != nil)
        #expect(APIKeyName(String(repeating: "é", count: 101)) == nil)
        #expect(try log().isEmpty)
    }

    @Test func `there are no more live keys than there may be`() throws {
        for number in 0..<APIKeys.limit {
            let id = String(repeating: "0", count: 8 - "\(number)".count) + "\(number)"
            let key = StoredAPIKey(
                id: id,
                secretHash: [UInt8](repeating: 1, count: 32),
                name: "x",
                scopes: [],
                createdAt: now
            )
            #expect(try vault.addAPIKey(key))
        }
        #expect(throws: APIKeyError.tooMany) { try make() }
        _ = try keys.revoke("00000000", at: now)
        #expect(try make().key.isLive(at: now))
    }
}

import Audit
import Clocks
import ConversationRuntime
import Encryption
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// Time stamps of checkpoints: asked for, checked against what was asked, kept, and used.
struct LogTimestampTests {
    private static let nonce: UInt64 = 0x8123_4567_89ab_cdef

    /// A log with a few leaves that was just signed.
    private func signed(_ store: any ConversationStore = MemoryStore()) async throws -> World {
        let world = try World(store: store, audit: LogKeeperTests.named)
        try await world.say("hello", id: "1")
        try world.engine.log.checkpoint(at: world.clock.now())
        return world
    }

    /// Has an authority say that the last checkpoint is there now.
    private func stamp(_ world: World) throws {
        let log = world.engine.log
        let request = try log.timestampRequest(nonce: Self.nonce)
        let reply = UnsignedAuthority.reply(to: request, at: world.clock.now())
        try log.addTimestamp(reply: reply, to: request, at: world.clock.now())
    }

    private func verify(_ world: World) throws -> VerificationReport {
        try AuditReading(store: world.store).verify(
            LogVerification(store: world.store, vault: world.vault).input()
        )
    }

    /// Adds a leaf that claims a time, and signs.
    private func append(_ world: World, dated time: Timestamp) throws -> UInt64 {
        let event = AuditEvent(time: time, kind: .configChanged, cause: "test", actor: "operator")
        let size = try world.store.frontier().size
        try world.store.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: time)
        try world.engine.log.checkpoint(at: world.clock.now())
        return size
    }

    // MARK: Asking

    @Test func `a request is about the signed text, and its checkpoint is never thinned out`()
        async throws
    {
        for isAsked in [false, true] {
            let world = try await signed()
            let log = world.engine.log
            let first = try #require(try log.lastCheckpoint())
            if isAsked {
                let request = try log.timestampRequest(nonce: Self.nonce)
                #expect(request == first.timestampRequest(nonce: Self.nonce))
            }
            // In the same hour the next checkpoint takes the place of the one before.
            try await world.say("more", id: "2")
            try log.checkpoint(at: world.clock.now())
            let sizes = try world.store.checkpoints(from: 0, limit: 9).map(\.size)
            #expect(sizes.contains(first.checkpoint.size) == isAsked)
        }
    }

    @Test func `a log that was never signed has nothing to ask about`() throws {
        let log = try World().engine.log
        #expect(throws: LogError.unsigned) { try log.timestampRequest(nonce: Self.nonce) }
    }

    // MARK: Adding

    @Test func `an answer is kept as it came, once, and listed with what it is of`() async throws {
        try await withStoreFolder { path in
            let folder = try StoreFolder(path: path)
            let world = try await signed(folder.store)
            let log = world.engine.log
            let now = world.clock.now()
            let request = try log.timestampRequest(nonce: Self.nonce)
            let reply = UnsignedAuthority.reply(to: request, at: now)
            let added = try log.addTimestamp(reply: reply, to: request, at: now)
            #expect(try log.addTimestamp(reply: reply, to: request, at: now) == added)
            #expect(try log.timestamps() == [added])
            #expect(added.fits)
            #expect(added.time == now)
            #expect(added.token?.info.policy == "2.999.3")
            let last = try log.lastCheckpoint()
            #expect(added.checkpoint == last)
            #expect(added.size == last?.checkpoint.size)
            let token = UnsignedAuthority.token(for: request, at: now)
            let anchor = StoredAnchor(size: added.size, kind: .timestamp, token: token, at: now)
            #expect(try folder.store.anchors() == [anchor])
            try folder.close()
        }
    }

    @Test func `what answers another request, or none, is refused and not kept`() async throws {
        let world = try await signed()
        let log = world.engine.log
        let now = world.clock.now()
        let request = try log.timestampRequest(nonce: Self.nonce)
        let later = TimestampRequest(of: [1], nonce: Self.nonce)
        let other = try log.timestampRequest(nonce: Self.nonce + 1)
        let reason = TimestampRefusal(kind: .rejection, reasons: [.badDataFormat])
        let table: [([UInt8], TimestampError)] = [
            (UnsignedAuthority.reply(to: later, at: now), .otherMessage),
            (UnsignedAuthority.reply(to: other, at: now), .otherNonce),
            (UnsignedAuthority.token(for: request, at: now), .malformed(.reply)),
            (UnsignedAuthority.refusal, .refused(reason)), ([], .malformed(.reply)),
        ]
        for (reply, error) in table {
            #expect(throws: LogError.timestamp(error)) {
                try log.addTimestamp(reply: reply, to: request, at: now)
            }
        }
        // An answer to its request, which is about nothing of this store.
        #expect(throws: LogError.timestampOfOther) {
            try log.addTimestamp(
                reply: UnsignedAuthority.reply(to: later, at: now),
                to: later,
                at: now
            )
        }
        #expect(try world.store.anchors().isEmpty)
    }

    @Test func `a changed byte of a reply is refused, or changes nothing that was asked`()
        async throws
    {
        let world = try await signed()
        let log = world.engine.log
        let now = world.clock.now()
        let request = try log.timestampRequest(nonce: Self.nonce)
        let reply = UnsignedAuthority.reply(to: request, at: now)
        var kept = 0
        for place in reply.indices {
            for bit in 0..<8 {
                var other = reply
                other[place] ^= 1 << UInt8(bit)
                guard
                    let stamp = try? log.addTimestamp(reply: other, to: request, at: now)
                else { continue }
                #expect(stamp.fits, "byte \(place), bit \(bit)")
                #expect(stamp.token?.info.imprint == request.imprint)
                kept += 1
            }
        }
        // Policy, number, time and what is around them are the authority's to sign.
        #expect(kept > 0)
        #expect(kept < reply.count * 8 / 4)
        #expect(try verify(world).findings == [])
    }

    @Test func `cosignatures that come after the request change nothing`() async throws {
        let world = try await signed()
        let log = world.engine.log
        let now = world.clock.now()
        let request = try log.timestampRequest(nonce: Self.nonce)
        let signed = try #require(try log.lastCheckpoint())
        let witness = try Cosigner(name: "witness.example", key: SigningKey.generate())
        let cosigned = try signed.adding(witness.cosignature(of: signed.note.text, at: now))
        try log.publish(cosigned: cosigned, at: now)
        let reply = UnsignedAuthority.reply(to: request, at: now)
        let added = try log.addTimestamp(reply: reply, to: request, at: now)
        #expect(added.checkpoint == cosigned)
    }

    @Test func `a time stamp with which an honest log would look back-dated is refused`()
        async throws
    {
        let world = try await signed()
        let log = world.engine.log
        let asked = world.clock.now()
        let request = try log.timestampRequest(nonce: Self.nonce)
        let ahead = asked.adding(.minutes(6))
        #expect(throws: LogError.timestampAhead(of: asked, time: ahead)) {
            try log.addTimestamp(
                reply: UnsignedAuthority.reply(to: request, at: ahead),
                to: request,
                at: asked
            )
        }
        let next = try world.store.frontier().size
        try await world.say("more", id: "2")
        world.clock.advance(to: asked.adding(.minutes(20)))
        let late = world.clock.now()
        #expect(throws: LogError.timestampLate(leaf: next, time: late)) {
            try log.addTimestamp(
                reply: UnsignedAuthority.reply(to: request, at: late),
                to: request,
                at: late
            )
        }
        #expect(try world.store.anchors().isEmpty)
        // What the authority said soon after it was asked can be added at any time.
        let soon = asked.adding(.minutes(4))
        try log.addTimestamp(
            reply: UnsignedAuthority.reply(to: request, at: soon),
            to: request,
            at: late
        )
        try log.checkpoint(at: late)
        #expect(try verify(world).findings == [])
    }

    // MARK: Verifying

    @Test func `a leaf dated before a time stamp that it is not under is found`() async throws {
        for isStamped in [true, false] {
            let world = try await signed()
            // A leaf from before the key's time would be found without any time stamp.
            world.clock.advance(to: world.clock.now().adding(.hours(3)))
            let seen = world.clock.now()
            if isStamped { try stamp(world) }
            world.clock.advance(to: seen.adding(.hours(2)))
            try await world.say("on time", id: "2")
            let honest = try append(world, dated: seen.adding(.hours(1)))
            #expect(honest > 0)
            #expect(try verify(world).findings == [])
            let leaf = try append(world, dated: seen.adding(.minutes(-40)))
            let source = "the time stamp of \(seen.text)"
            let found = Finding.datedBeforeSeen(index: leaf, at: seen, source: source)
            #expect(try verify(world).findings == (isStamped ? [found] : []))
        }
    }

    @Test func `a checkpoint that was exchanged behind its time stamp does not fit it any more`()
        async throws
    {
        let world = try await signed()
        try stamp(world)
        let row = try #require(try world.store.lastCheckpoint())
        let other = try Checkpoint(
            origin: "example.com/log",
            size: row.size,
            root: MerkleTree.emptyRoot
        )
        let signer = try NoteSigner(name: other.origin, key: SigningKey.generate())
        let forged = try SignedCheckpoint(checkpoint: other, signedBy: [signer])
        try world.store.add(
            StoredCheckpoint(size: row.size, note: forged.bytes, at: row.at, isKept: true),
            tiles: []
        )
        let stamps = try world.engine.log.timestamps()
        #expect(stamps.map(\.fits) == [false])
        #expect(stamps.map(\.size) == [row.size])
        #expect(stamps.allSatisfy { $0.external == nil })
    }

    @Test func `what is stored as a time stamp and is none fits nothing, and is listed`()
        async throws
    {
        let world = try await signed()
        let row = try #require(try world.store.lastCheckpoint())
        let checkpoint = try #require(try world.engine.log.lastCheckpoint())
        let now = world.clock.now()
        let request = checkpoint.timestampRequest(nonce: Self.nonce)
        let token = UnsignedAuthority.token(for: request, at: now)
        let elsewhere = TimestampRequest(of: [1], nonce: Self.nonce)
        let wrong: [(UInt64, [UInt8])] = [
            (row.size, [1, 2, 3]), (row.size + 1, token), (row.size - 1, token),
            (row.size, UnsignedAuthority.token(for: elsewhere, at: now)),
        ]
        for (size, token) in wrong {
            try world.store.add(
                StoredAnchor(size: size, kind: .timestamp, token: token, at: now)
            )
        }
        let stamps = try world.engine.log.timestamps()
        #expect(stamps.map(\.fits) == [false, false, false, false])
        #expect(stamps.map(\.bytes) == wrong.map(\.1))
        #expect(stamps.map { $0.token == nil } == [true, false, false, false])
        let report = try verify(world)
        #expect(report.findings == [])
        #expect(report.externalChecked == 0)
    }

    @Test func `time stamps from before the leaves that are looked at are left out`() async throws {
        let world = try await signed()
        try stamp(world)
        let size = try #require(try world.engine.log.timestamps().first).size
        try await world.say("more", id: "2")
        let later = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
        let verification = LogVerification(store: world.store, vault: world.vault)
        #expect(try verification.input().external.map(\.size) == [size])
        let since = try verification.input(since: later).external
        #expect(since.map(\.size) == [later.checkpoint.size])
    }
}

import Audit
import Clocks
import Testing

/// The form of a leaf is a contract with every log already written: these bytes never change.
@Suite struct AuditLeafTests {
    @Test func `an event without a contact is this line`() {
        let line = """
            {"v":1,"time":"2026-03-01T09:00:00.000Z","kind":"store.opened","actor":"engine"}
            """
        #expect(String(decoding: SampleLog.opened.bytes, as: UTF8.self) == line)
        #expect(
            MerkleTree.leafHash(SampleLog.opened.bytes).hex
                == "18867fda2fadd461cb3946e3815e09c5070a3c60ce3c2c69234d523def40afbf"
        )
    }

    @Test func `an event with every member is this line`() {
        let line = """
            {"v":1,"time":"2026-03-01T09:00:01.250Z","kind":"consent.given",\
            "subject":"3f9c2a1b5d7e48069a0bc1d2e3f40516",\
            "session":"00112233445566778899aabbccddeeff","seq":2,\
            "flow":"order-updates@1a2b3c4d5e6f7081","from":"notice","to":"ask-name",\
            "cause":"choice:agree","purpose":"order-updates","actor":"contact",\
            "payload":"239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5",\
            "state":"4ba69735ca53765ed6a709edb56c6ea236b7193a3b29a6b390c346f0f4340e4e"}
            """
        #expect(String(decoding: SampleLog.given.bytes, as: UTF8.self) == line)
        #expect(
            MerkleTree.leafHash(SampleLog.given.bytes).hex
                == "2595920f7ef3065935507db9cea9bb928bbcd61b51838f1f5bd53258974f84a0"
        )
    }

    @Test func `the three leaves of the document have its root and frontier`() {
        let leaves = [SampleLog.opened, SampleLog.received, SampleLog.given]
        var frontier = Frontier()
        for leaf in leaves {
            frontier.append(MerkleTree.leafHash(leaf.bytes))
        }
        #expect(
            frontier.root.hex
                == "9a9d6ea9c0ade44d72f5bb38a137e8cbd5f7560cc7688c1970d7e3a4deab7874"
        )
        #expect(
            MerkleHash(frontier.bytes.dropFirst(8).prefix(32))?.hex
                == "e58a74b8deb6cc9c9811974710bca2c1f5b98fdd9c7fc2db67c75f38a702d747"
        )
    }

    @Test(arguments: [
        (#"say "hi""#, #"say \"hi\""#),
        (#"a\b"#, #"a\\b"#),
        ("a\nb\u{0}\u{1f}", #"a\u000ab\u0000\u001f"#),
        ("/ < \u{7f}", "/ < \u{7f}"),
        ("größe 日本 👍", "größe 日本 👍"),
        ("\u{2028}", "\u{2028}"),
        ("", ""),
    ])
    func `a name is escaped in one way only`(_ name: String, _ written: String) throws {
        let leaf = AuditLeaf(
            event: AuditEvent(time: SampleLog.nine, kind: .flowMoved, from: name)
        )
        let line = """
            {"v":1,"time":"2026-03-01T09:00:00.000Z","kind":"flow.moved","from":"\(written)"}
            """
        #expect(String(decoding: leaf.bytes, as: UTF8.self) == line)
        let from = try AuditLeaf.decode(leaf.bytes).event.from
        #expect(from.map { Array($0.utf8) } == Array(name.utf8))
    }

    @Test(
        arguments: [
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_007, "2000-02-29T00:00:00.007Z"),
            (1_772_355_600_120, "2026-03-01T09:00:00.120Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] as [(Int64, String)]
    )
    func `time is written in UTC to the millisecond`(_ instant: Int64, _ text: String) throws {
        let time = Timestamp(milliseconds: instant)
        let leaf = AuditLeaf(event: AuditEvent(time: time, kind: .storeOpened))
        let line = #"{"v":1,"time":"\#(text)","kind":"store.opened"}"#
        #expect(String(decoding: leaf.bytes, as: UTF8.self) == line)
        #expect(time.text == text)
        #expect(try AuditLeaf.decode(leaf.bytes).event.time == time)
    }

    @Test(arguments: AuditKind.allCases)
    func `every kind comes back`(_ kind: AuditKind) throws {
        let leaf = AuditLeaf(event: AuditEvent(time: SampleLog.nine, kind: kind))
        #expect(try AuditLeaf.decode(leaf.bytes) == leaf)
    }

    @Test func `any members present or absent come back`() throws {
        for mask in 0..<1024 {
            func has(_ bit: Int) -> Bool { mask >> bit & 1 == 1 }
            let leaf = AuditLeaf(
                event: AuditEvent(
                    time: SampleLog.nine,
                    kind: .flowMoved,
                    subject: has(0) ? SampleLog.subject : nil,
                    session: has(1) ? SampleLog.session : nil,
                    sequence: has(0) ? UInt64.max : 0,
                    flow: has(2) ? "f@1" : nil,
                    from: has(3) ? "a" : nil,
                    to: has(4) ? "b" : nil,
                    cause: has(5) ? "c" : nil,
                    purpose: has(6) ? "d" : nil,
                    actor: has(7) ? "e" : nil
                ),
                payload: has(8) ? SampleLog.payload : nil,
                state: has(9) ? SampleLog.state : nil
            )
            #expect(try AuditLeaf.decode(leaf.bytes) == leaf)
        }
    }

    @Test func `the longest names fit the longest leaf and come back`() throws {
        let name = String(repeating: "\u{1}", count: AuditEvent.longestName)
        let qualified = String(repeating: "\u{1}", count: AuditEvent.longestQualifiedName)
        let leaf = AuditLeaf(
            event: AuditEvent(
                time: SampleLog.nine,
                kind: .contactUnsuppressed,
                subject: SampleLog.subject,
                session: SampleLog.session,
                sequence: UInt64.max,
                flow: qualified,
                from: name,
                to: name,
                cause: qualified,
                purpose: name,
                actor: name
            ),
            payload: SampleLog.payload,
            state: SampleLog.state
        )
        #expect(leaf.bytes.count <= AuditLeaf.longestByteCount)
        #expect(try AuditLeaf.decode(leaf.bytes) == leaf)
    }

    @Test func `a name over its limit is a defect, and can be asked about first`() async {
        let name = String(repeating: "é", count: 129)
        #expect(!AuditEvent.fits(name))
        #expect(AuditEvent.fits(String(name.dropLast())))
        await #expect(processExitsWith: .failure) {
            let long = String(repeating: "a", count: 129)
            _ = AuditEvent(time: Timestamp(milliseconds: 0), kind: .flowMoved, to: long)
        }
    }

    @Test func `an event about a contact without a number is a defect`() async {
        await #expect(processExitsWith: .failure) {
            let subject = [UInt8](repeating: 1, count: 16)
            _ = AuditEvent(
                time: Timestamp(milliseconds: 0),
                kind: .contactCreated,
                subject: subject
            )
        }
    }
}

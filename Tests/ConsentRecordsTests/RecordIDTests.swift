import Clocks
import ConsentRecords
import JSONCoding
import Testing

/// Identifiers in the form of a random UUID.
struct RecordIDTests {
    @Test func `sixteen bytes get the marks of version 4`() throws {
        let zeros = try #require(RecordID(random: [UInt8](repeating: 0, count: 16)))
        #expect(zeros.text == "00000000-0000-4000-8000-000000000000")
        let ones = try #require(RecordID(random: [UInt8](repeating: 0xFF, count: 16)))
        #expect(ones.text == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(ones.urn == "urn:uuid:\(ones.text)")
    }

    @Test func `an identifier is its own`() throws {
        let once = try #require(RecordID(random: [UInt8](repeating: 0xAA, count: 16)))
        #expect(RecordID(random: once.bytes) == once)
    }

    @Test(arguments: [0, 15, 17])
    func `other lengths are none`(count: Int) {
        #expect(RecordID(random: [UInt8](repeating: 1, count: count)) == nil)
    }
}

/// Periods as ISO 8601 durations, through the record that shows them.
struct DurationTests {
    @Test(
        arguments: [
            (.months(60), "P5Y"), (.months(18), "P18M"), (.days(30), "P30D"),
            (.hours(36), "P1DT12H"), (.minutes(90), "PT1H30M"), (.zero, "PT0S"),
            (Period(months: 1, milliseconds: 1500), "P1MT1.500S"),
        ] as [(Period, String)]
    )
    func `a period is written as ISO 8601 wants it`(period: Period, wanted: String) throws {
        var dossier = Sample.valid
        dossier.storage.period = period
        let process = ConsentReceiptDocument(dossier).json["dpv:hasRecordOfActivity"]?[
            "dpv:hasProcess"
        ]
        let storage = try #require(process?["dpv:hasStorageCondition"]).values[1]
        #expect(storage["dpv:hasDuration"]?["rdf:value"] == .text(wanted))
    }
}

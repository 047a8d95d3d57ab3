import FlowProgram
import ModelChecker
import ProofCertificates
import Testing

/// The one text that a statement has.
struct StatementTextTests {
    @Test func `a statement says what was proven line by line`() throws {
        let sample = try ProofSample()
        let counts = Dictionary(
            uniqueKeysWithValues: sample.report.parts.map {
                ($0.lens.purposes.isEmpty, "\($0.situations) \($0.turns)")
            }
        )
        let program = sample.program
        let goodbye = try #require(program.flow(named: "goodbye"))
        let main = try #require(program.flow(named: "main"))
        let expected = """
            parley proof certificate 1
            checker 1.2.3
            time 2026-03-01T09:00:00.000Z
            program \(program.digest.text)
            locale en
            notice privacy@2026-03
            flow goodbye \(program[goodbye].digest.text)
            flow main \(program[main].digest.text)
            limit 1000
            exploration chat - \(try #require(counts[true]))
            exploration chat newsletter \(try #require(counts[false]))
            property V1 holds by checker
            property V2 holds by checker
            property V3 holds by checker
            property V4 holds by checker
            property V5 holds by checker
            property V6 holds by checker
            property V7 holds by checker
            property V8 holds by compiler
            property V9 holds by compiler
            property V10 holds by checker
            property V11 holds by compiler
            property V12 holds by checker
            property V13 not decided
            property V14 not decided
            property C1 holds by checker
            property C2 holds by checker
            property C3 holds by checker
            property C4 holds by checker
            property C5 holds by checker

            """
        #expect(try sample.statement().text == expected)
    }

    @Test func `what is read is what was written`() throws {
        let statement = try ProofSample().statement()
        let read = try ProofStatement(text: statement.text)
        #expect(read.text == statement.text)
        #expect(read.checker == statement.checker)
        #expect(read.time == statement.time)
        #expect(read.program == statement.program)
        #expect(read.results == statement.results)
    }

    @Test func `the same program is certified by the same text`() throws {
        #expect(try ProofSample().statement().text == ProofSample().statement().text)
    }

    @Test func `a version is plain and short`() {
        #expect(CheckerVersion("0.1.0-dev+a1") != nil)
        #expect(CheckerVersion(String(repeating: "1", count: 64)) != nil)
        for text in ["", "1 2", "1\n2", "ä", String(repeating: "1", count: 65)] {
            #expect(CheckerVersion(text) == nil)
        }
    }

    @Test func `properties come in the order of their series and numbers`() throws {
        let names = try ["C5", "V10", "V9", "C1"].map { try #require(PropertyName($0)) }
        #expect(names.sorted().map(\.text) == ["V9", "V10", "C1", "C5"])
        for text in ["", "V", "V0", "V01", "V+1", "V1000", "W1", "v1", "V1 ", "V١"] {
            #expect(PropertyName(text) == nil)
        }
        #expect(PropertyID.allCases.allSatisfy { PropertyName($0.rawValue) != nil })
    }
}

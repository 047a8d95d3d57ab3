import FlowProgram
import ProofCertificates
import Testing

/// A certificate held against the workspace at hand.
struct ProofComparisonTests {
    private let sample: ProofSample
    private let statement: ProofStatement

    init() throws {
        sample = try ProofSample()
        statement = try sample.statement()
    }

    /// The statement with the first line that begins so rewritten.
    private func statement(_ start: String, _ rewrite: (String) -> [String]) throws
        -> ProofStatement
    {
        let place = try statement.lines.place(of: start)
        return try ProofStatement(
            text: statement.text { $0.replaceSubrange(place...place, with: rewrite($0[place])) }
        )
    }

    private func changes(_ edit: (inout [String: String]) -> Void) throws -> [CertificateDifference]
    {
        let other = try ProofSample(edit)
        let differences = statement.program.differences(from: CertifiedProgram(other.program))
        let expected = CertificateDifference.program(
            certified: sample.program.digest,
            here: other.program.digest
        )
        #expect(differences.first == expected)
        return [CertificateDifference](differences.dropFirst())
    }

    @Test func `what is certified of a workspace is so in it`() throws {
        #expect(try sample.differences(of: statement).isEmpty)
        let comparison = try sample.comparison(of: statement)
        #expect(comparison.comparesCounts && comparison.remarks.isEmpty)
    }

    // MARK: Another program

    @Test func `a flow that was changed is named`() throws {
        let changes = try changes {
            $0["flows/main.yaml"]?.replace("1 hour", with: "2 hours")
        }
        #expect(changes == [.flowChanged("main")])
    }

    @Test func `flows that came and went are named`() throws {
        let added = try changes { files in
            files["flows/more.yaml"] = "flow: more\nsteps: { bye: { end: done } }\n"
        }
        #expect(added == [.flowNew("more")])
        let renamed = try changes { files in
            files["flows/ade.yaml"] = files["flows/goodbye.yaml"]?.replacing("goodbye", with: "ade")
            files["flows/goodbye.yaml"] = nil
        }
        #expect(renamed == [.flowGone("goodbye"), .flowNew("ade")])
    }

    @Test func `another version of a notice is named`() throws {
        let changes = try changes { files in
            for path in ["parley.yaml", "locales/en.yaml"] {
                files[path]?.replace("2026-03", with: "2026-04")
            }
        }
        #expect(changes.contains(.noticeGone("privacy@2026-03")))
        #expect(changes.contains(.noticeNew("privacy@2026-04")))
    }

    @Test func `what differs outside of the flows is said to be there`() throws {
        let changes = try changes { $0["parley.yaml"]?.replace("Street 1", with: "Street 2") }
        #expect(changes == [.outsideFlows])
    }

    @Test func `other locales are named`() throws {
        let other = try statement("locale") { [$0, "locale de"] }
        let differences = other.program.differences(from: CertifiedProgram(sample.program))
        #expect(differences == [.locales(certified: ["en", "de"], here: ["en"])])
    }

    // MARK: Another outcome

    @Test func `other counts are told`() throws {
        let other = try statement("exploration chat newsletter") { _ in
            ["exploration chat newsletter 1 2"]
        }
        let here = try #require(statement.results.explorations.last)
        let certified = try #require(other.results.explorations.last)
        #expect(
            try sample.differences(of: other) == [.counts(certified: certified, here: here)]
        )
    }

    @Test func `other explorations are told`() throws {
        let other = try statement("exploration chat newsletter") { _ in
            ["exploration sms newsletter 1 2"]
        }
        let differences = try sample.differences(of: other)
        let certified = try #require(other.results.explorations.last)
        let here = try #require(statement.results.explorations.last)
        #expect(differences == [.explorationGone(certified), .explorationNew(here)])
    }

    @Test func `another verdict is told`() throws {
        let other = try statement("property V14") { _ in ["property V14 holds by checker"] }
        let differences = try sample.differences(of: other)
        guard case .verdict(let certified, let here)? = differences.first else {
            Issue.record("a verdict differs, and \(differences) was told")
            return
        }
        #expect(differences.count == 1)
        #expect(certified.verdict == .holdsByChecker && here.verdict == .notDecided)
    }

    @Test func `a property that is left out is told`() throws {
        let other = try statement("property V3") { _ in [] }
        let left = try #require(statement.results.properties.first { $0.name.text == "V3" })
        #expect(try sample.differences(of: other) == [.propertyUncertified(left)])
    }

    @Test func `nothing is right that was cut off`() throws {
        let comparison = ProofComparison(
            statement,
            with: statement.results,
            isCutOff: true,
            by: statement.checker
        )
        #expect(comparison.differences == [.cutOff(limit: ProofSample.limit)])
    }

    // MARK: Another version

    @Test func `another version compares verdicts and no counts`() throws {
        let other = try ProofStatement(
            text: statement.text { lines in
                lines[1] = "checker 1.2.2"
                let place = lines.firstIndex { $0.hasPrefix("exploration") }
                if let place { lines[place] = "exploration chat - 100 200" }
            }
        )
        let comparison = try sample.comparison(of: other)
        #expect(comparison.differences.isEmpty && !comparison.comparesCounts)
    }

    @Test func `a verdict of another version that is another here is told`() throws {
        let text = statement.text { $0[1] = "checker 1.2.2" }
            .replacing("V8 holds by compiler", with: "V8 holds by checker")
        let differences = try sample.differences(of: ProofStatement(text: text))
        #expect(differences.count == 1)
        #expect(differences[0].text.hasPrefix("V8: "))
    }

    @Test func `a property that only another version knows is told`() throws {
        let text = statement.text {
            $0[1] = "checker 2.0.0"
            $0.append("property C77 holds by checker")
        }
        let name = try #require(PropertyName("C77"))
        let other = try ProofStatement(text: text)
        #expect(try sample.differences(of: other) == [.propertyUnknown(name)])
    }

    @Test func `a property that another version did not know is a remark`() throws {
        let text = statement.text { lines in
            lines[1] = "checker 1.0.0"
            lines.removeLast()
        }
        let comparison = try sample.comparison(of: ProofStatement(text: text))
        let added = try #require(statement.results.properties.last)
        #expect(comparison.differences.isEmpty)
        #expect(comparison.remarks == [.propertyUncertified(added)])
    }
}

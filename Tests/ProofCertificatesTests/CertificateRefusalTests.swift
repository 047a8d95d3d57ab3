import ModelChecker
import ProofCertificates
import Testing
import TransparencyLog

/// What is not certified.
struct CertificateRefusalTests {
    private func refusal(of report: ModelReport, limit: Int = ProofSample.limit)
        -> CertificateRefusal?
    {
        do {
            _ = try ProofStatement(
                proving: report,
                limit: limit,
                checker: ProofSample.checker(),
                time: ProofSample.time
            )
            return nil
        } catch {
            return error as? CertificateRefusal
        }
    }

    @Test func `what holds is certified`() throws {
        #expect(try refusal(of: ProofSample().report) == nil)
    }

    @Test func `nothing is certified of a program in which something does not hold`() throws {
        let broken = try ProofSample { files in
            files["flows/main.yaml"]?.replace(
                "      large: { decline: newsletter, end: refused }\n",
                with: "",
                maxReplacements: 1
            )
        }
        #expect(refusal(of: broken.report) == .broken([.everyQuestionHasANo]))
    }

    @Test func `nothing is certified that was not looked at to the end`() throws {
        let cut = try ProofSample(limit: 3)
        #expect(
            refusal(of: cut.report, limit: 3)
                == .cutOff(
                    ["`newsletter` on `chat`", "flows without a purpose on `chat`"],
                    limit: 3
                )
        )
    }

    @Test func `a report that leaves something out is not certified`() throws {
        let report = try ProofSample().report
        let half = ModelReport(program: report.program, parts: [report.parts[0]])
        #expect(refusal(of: half) == .incomplete(missing: 1))
        let none = ModelReport(program: report.program, parts: [])
        #expect(refusal(of: none) == .incomplete(missing: report.parts.count))
    }

    @Test func `a limit that nobody could verify is not certified`() throws {
        let report = try ProofSample().report
        let largest = ProofResults.largestLimit
        #expect(refusal(of: report, limit: largest) == nil)
        #expect(refusal(of: report, limit: largest + 1) == .limitTooLarge(largest: largest))
    }

    @Test func `a notice that could not be read again is not certified`() throws {
        let steered = try ProofSample { files in
            files["parley.yaml"]?.replace("2026-03", with: "\"2026\\u202E03\"")
            files["locales/en.yaml"]?.replace(
                "privacy@2026-03",
                with: "\"privacy@2026\\u202E03\""
            )
        }
        #expect(refusal(of: steered.report) == .unwritable(.malformedLine(6, .notice)))
    }

    @Test func `each refusal is a sentence`() {
        let refusals: [CertificateRefusal] = [
            .broken([.noDeadEnd, .everyQuestionHasANo]), .cutOff(["a", "b"], limit: 3),
            .incomplete(missing: 1), .limitTooLarge(largest: 5), .unwritable(.missingLine(.flow)),
        ]
        #expect(refusals[0].text.contains("V5, C3"))
        for refusal in refusals { expectSentence(refusal.text) }
    }

    @Test func `each error is a sentence, and repeats nothing of the file`() throws {
        let name = try #require(PropertyName("V1"))
        let errors: [CertificateError] = [
            .note(.unverified), .tooLong(limit: 1), .notACertificate, .unknownForm, .brokenOff,
            .unknownLine(1), .doubledLine(1, .flow), .misplacedLine(1, .flow),
            .malformedLine(1, .flow), .missingLine(.flow), .notCanonical, .provesNot(name),
        ]
        for error in errors { expectSentence(error.text) }
    }

    private func expectSentence(_ text: String) {
        #expect(!text.isEmpty && !text.contains("\n") && !text.hasSuffix("."))
        #expect(text.first?.isLowercase == true)
    }
}

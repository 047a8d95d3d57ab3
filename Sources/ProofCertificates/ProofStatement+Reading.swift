internal import Clocks

extension ProofStatement {
    /// Reads the text of a certificate's note: exactly what `text` writes.
    package init(text: String) throws(CertificateError) {
        let lines = try StatementLines(text)
        checker = try Self.checker(lines[.checker])
        time = try Self.time(lines[.time])
        program = try Self.program(lines)
        results = try Self.results(lines)
        // INVARIANT: what is understood has no second text, so that two signed texts differ.
        guard self.text.utf8.elementsEqual(text.utf8) else { throw .notCanonical }
    }

    private static func checker(_ line: StatementLine) throws(CertificateError) -> CheckerVersion {
        guard let version = CheckerVersion(line.value) else { throw line.malformed }
        return version
    }

    private static func time(_ line: StatementLine) throws(CertificateError) -> Timestamp {
        guard let time = Timestamp(line.value), time.text.utf8.elementsEqual(line.value.utf8) else {
            throw line.malformed
        }
        return time
    }

    private static func program(
        _ lines: StatementLines
    ) throws(CertificateError) -> CertifiedProgram {
        let digest = try lines[.program]
        return CertifiedProgram(
            digest: try digest.digest(digest.value),
            locales: try lines.distinct(.locale) { line throws(CertificateError) in
                try line.tag
            },
            notices: try lines.ordered(.notice, by: \.self) { line throws(CertificateError) in
                try line.notice
            },
            flows: try lines.ordered(.flow, by: \.name) { line throws(CertificateError) in
                let fields = try line.fields(2)
                return CertifiedProgram.Flow(
                    name: try line.name(fields[0]),
                    digest: try line.digest(fields[1])
                )
            }
        )
    }

    private static func results(_ lines: StatementLines) throws(CertificateError) -> ProofResults {
        let limit = try lines[.limit]
        return ProofResults(
            limit: try limit.number(limit.value, in: 1...ProofResults.largestLimit),
            explorations: try lines.ordered(.exploration, by: \.key) {
                line throws(CertificateError) in
                try exploration(line)
            },
            properties: try lines.ordered(.property, by: \.name) { line throws(CertificateError) in
                try property(line)
            }
        )
    }

    private static func exploration(
        _ line: StatementLine
    ) throws(CertificateError) -> CertifiedExploration {
        let fields = try line.fields(4)
        let counts = 0...ProofResults.largestCount
        return CertifiedExploration(
            channel: try line.name(fields[0]),
            purpose: fields[1] == CertifiedExploration.noPurpose ? nil : try line.name(fields[1]),
            situations: try line.number(fields[2], in: counts),
            turns: try line.number(fields[3], in: counts)
        )
    }

    private static func property(
        _ line: StatementLine
    ) throws(CertificateError) -> CertifiedProperty {
        let parts = line.value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let name = PropertyName(String(parts[0])),
            let verdict = CertifiedProperty.Verdict(rawValue: String(parts[1]))
        else { throw line.malformed }
        return CertifiedProperty(name: name, verdict: verdict)
    }
}

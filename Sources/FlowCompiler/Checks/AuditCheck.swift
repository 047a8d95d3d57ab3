import Clocks
import FlowProgram

/// Reports audit settings that cannot be followed, all as `invalid-value`.
///
/// Lengths of time out of bounds or shorter than `checkpoint`; an origin no signed note can name;
/// an address that is not `https`. Paths are in `AuditPathCheck`.
enum AuditCheck {
    /// In scalars; a verifier key is 54 longer, and has to fit into a leaf's field of 128.
    private static let originLimit = 64

    static func run(_ workspace: Workspace, _ diagnostics: inout Diagnostics) {
        let audit = workspace.settings.audit
        checkOrigin(audit, &diagnostics)
        checkPeriods(audit, &diagnostics)
        checkTimestampAuthority(audit, &diagnostics)
        AuditPathCheck.run(audit, &diagnostics)
    }

    private static func checkOrigin(_ audit: AuditSyntax, _ diagnostics: inout Diagnostics) {
        guard let origin = audit.origin else { return }
        // C2SP tlog-checkpoint: a URL without a scheme, and a key name of C2SP signed-note.
        let isOrigin =
            isLocation(origin.value) && origin.value.unicodeScalars.count <= originLimit
            && !origin.value.contains("://") && !origin.value.unicodeScalars.contains("+")
        guard !isOrigin else { return }
        diagnostics.report(
            .invalidValue,
            at: origin.span,
            "\(origin.value.quoted) cannot be the origin of a log",
            help: "an address without `https://`, spaces and `+`, of at most "
                + "\(originLimit) characters, such as `acme.example/parley`"
        )
    }

    // The address is not repeated: it may hold a password.
    private static func checkTimestampAuthority(
        _ audit: AuditSyntax,
        _ diagnostics: inout Diagnostics
    ) {
        guard let address = audit.timestampAuthority else { return }
        let scheme = "https://"
        let isAddress =
            address.value.hasPrefix(scheme)
            && isLocation(String(address.value.dropFirst(scheme.count)))
            && !address.value.unicodeScalars.contains("@")
        guard !isAddress else { return }
        diagnostics.report(
            .invalidValue,
            at: address.span,
            "`timestamps` is not an `https` address",
            help: "write one without a name and password, such as `https://tsa.example/`"
        )
    }

    /// Whether a URL could go on like this after its scheme: visible ASCII that begins with a
    /// letter or digit of its host.
    private static func isLocation(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first else { return false }
        let isHost = ["a"..."z", "A"..."Z", "0"..."9"].contains { $0.contains(first) }
        return isHost && scalars.allSatisfy { ("!"..."~").contains($0) }
    }
}

// Lengths of time.
extension AuditCheck {
    private struct Rule {
        let name: String
        let standard: Period
        let shortest: Period
        let longest: Period

        init(_ name: String, _ standard: Period, from shortest: Period, to longest: Period) {
            self.name = name
            self.standard = standard
            self.shortest = shortest
            self.longest = longest
        }

        func isBroken(by period: Period) -> Bool {
            let bounds = shortest.milliseconds...longest.milliseconds
            return period.months != 0 || !bounds.contains(period.milliseconds)
        }
    }

    private static func checkPeriods(_ audit: AuditSyntax, _ diagnostics: inout Diagnostics) {
        let standard = AuditSettings.standard
        let second = Period(months: 0, milliseconds: 1000)
        check(
            audit.keyEpoch,
            Rule("key-epoch", standard.keyEpoch, from: .days(1), to: .days(400)),
            &diagnostics
        )
        let checkpoint = check(
            audit.checkpointEvery,
            Rule("checkpoint", standard.checkpointEvery, from: second, to: .days(1)),
            &diagnostics
        )
        let heartbeat = Rule("heartbeat", standard.heartbeat, from: second, to: .days(31))
        let exposure = Rule("exposure", standard.exposureLimit, from: second, to: .days(31))
        for (rule, written) in [(heartbeat, audit.heartbeat), (exposure, audit.exposureLimit)] {
            guard let period = check(written, rule, &diagnostics), let checkpoint,
                period.milliseconds < checkpoint.milliseconds,
                // Both defaults fit, so one of the two is written.
                let place = written?.span ?? audit.checkpointEvery?.span
            else { continue }
            diagnostics.report(
                .invalidValue,
                at: place,
                "\(rule.name.quoted) is \(period.text)\(written == nil ? " by default" : ""), "
                    + "shorter than `checkpoint`, which is \(checkpoint.text)",
                help: "write `\(rule.name): \(checkpoint.text)` or longer"
            )
        }
    }

    /// The length that holds, or nil after a report.
    @discardableResult
    private static func check(
        _ written: Located<Period>?,
        _ rule: Rule,
        _ diagnostics: inout Diagnostics
    ) -> Period? {
        guard let written else { return rule.standard }
        guard rule.isBroken(by: written.value) else { return written.value }
        let help =
            written.value.months == 0
            ? "the default is \(rule.standard.text)"
            : "months and years have no fixed length: write it in days"
        diagnostics.report(
            .invalidValue,
            at: written.span,
            "\(rule.name.quoted) is from \(rule.shortest.text) to \(rule.longest.text), "
                + "not \(written.value.text)",
            help: help
        )
        return nil
    }
}

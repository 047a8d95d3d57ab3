internal import Consent
internal import ModelChecker

/// What was looked at for one purpose on one channel, and how much that was.
package struct CertifiedExploration: Hashable, Sendable {
    package let channel: String
    /// `nil` for the flows that serve no purpose.
    package let purpose: String?
    package let situations: Int
    package let turns: Int

    init(channel: String, purpose: String?, situations: Int, turns: Int) {
        self.channel = channel
        self.purpose = purpose
        self.situations = situations
        self.turns = turns
    }

    init(_ part: ModelReport.Part) {
        channel = part.lens.channel
        purpose = part.lens.purposes.isEmpty ? nil : part.lens.name
        situations = part.situations
        turns = part.turns
    }

    /// What stands where there is no purpose; no name of one can be that.
    static let noPurpose = "-"

    /// What it looked at, as it stands in its line.
    var key: String { "\(channel) \(purpose ?? Self.noPurpose)" }
    var text: String { "\(key) \(situations) \(turns)" }

    /// What it looked at, for people.
    package var title: String {
        "\(purpose.map { "`\($0)`" } ?? "flows without a purpose") on `\(channel)`"
    }
}

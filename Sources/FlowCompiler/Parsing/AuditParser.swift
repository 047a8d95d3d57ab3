/// Reads `audit:` of `parley.yaml`.
enum AuditParser {
    /// The section's own key, which has no part in a program's digest.
    static let section = "audit"
    private static let publish = "publish"
    private static let keys: [String] = [
        "origin", "checkpoint", "heartbeat", "exposure", "key-epoch", publish, "witnesses",
        "timestamps",
    ]
    private static let publishKeys: [String] = ["file", "tiles", "line"]

    static func audit(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> AuditSyntax {
        var audit = AuditSyntax()
        guard let section = mapping(section, keys, of: reader, into: &diagnostics) else {
            return audit
        }
        audit.origin = section.text("origin", into: &diagnostics)
        audit.checkpointEvery = section.period("checkpoint", into: &diagnostics)
        audit.heartbeat = section.period("heartbeat", into: &diagnostics)
        audit.exposureLimit = section.period("exposure", into: &diagnostics)
        audit.keyEpoch = section.period("key-epoch", into: &diagnostics)
        audit.witnessPolicy = section.text("witnesses", into: &diagnostics)
        audit.timestampAuthority = section.text("timestamps", into: &diagnostics)
        if let publish = mapping(publish, publishKeys, of: section, into: &diagnostics) {
            audit.publishedFile = publish.text("file", into: &diagnostics)
            audit.publishedTiles = publish.text("tiles", into: &diagnostics)
            audit.publishedLine = publish.text("line", into: &diagnostics)
        }
        return audit
    }

    private static func mapping(
        _ name: String,
        _ known: [String],
        of reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> MappingReader? {
        guard let (key, node) = reader.entry(name) else { return nil }
        return MappingReader(node, name.quoted, known: known, place: key.span, into: &diagnostics)
    }
}

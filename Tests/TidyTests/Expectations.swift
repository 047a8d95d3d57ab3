import Testing

/// Fails with one line a place, as a reader wants to click on them.
func expectNone(_ found: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
    let list = found.map(\.description).joined(separator: "\n")
    #expect(found.isEmpty, Comment(rawValue: "\n" + list), sourceLocation: sourceLocation)
}

/// The rule's control: what it must catch, so that it cannot silently stop working.
func expectCaught(
    _ code: String,
    in path: String = "Sources/Clocks/Sample.swift",
    by rule: (SourceFile) -> [Violation],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let found = rule(SourceFile(path: path, text: code))
    #expect(found.count == 1, "\(code)\n\(found)", sourceLocation: sourceLocation)
}

/// The other control: what it must let pass, so that nobody learns to work around it.
func expectAllowed(
    _ code: String,
    in path: String = "Sources/Clocks/Sample.swift",
    by rule: (SourceFile) -> [Violation],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let found = rule(SourceFile(path: path, text: code))
    #expect(found.isEmpty, "\(code)\n\(found)", sourceLocation: sourceLocation)
}

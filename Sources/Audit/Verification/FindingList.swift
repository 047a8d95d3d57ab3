/// Findings in the order met: a thousand are listed, more only counted.
struct FindingList: Hashable, Sendable {
    private(set) var listed: [Finding] = []
    private(set) var omitted: UInt64 = 0

    mutating func add(_ finding: Finding) {
        if listed.count < AuditVerifier.longestList {
            listed.append(finding)
        } else {
            omitted += 1
        }
    }

    mutating func add(_ more: FindingList) {
        for finding in more.listed { add(finding) }
        omitted += more.omitted
    }
}
